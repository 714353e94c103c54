/**
 * Name and version of what the app finds names and figures by. A new one has every article searched again, so it changes
 * with the model and with any rule that finds something else than before.
 */
export const ENGINE = 'names@6'
