import { Button, TextInput } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { api, client } from '#renderer/client/api.ts'
import classes from './export-screen.module.css'

interface FolderFieldProps {
  readonly label: string
  readonly value: string
  readonly placeholder: string
  readonly onChange: (path: string) => void
}

/** A folder of this computer: chosen in the desktop app, typed in a browser, which knows no paths. */
export function FolderField({ label, value, placeholder, onChange }: FolderFieldProps) {
  const canChoose = useQuery(api.folder.list.queryOptions()).data?.canChoose === true
  return (
    <div className={classes.folder}>
      <TextInput
        label={label}
        value={value}
        placeholder={placeholder}
        spellCheck={false}
        onChange={(event) => onChange(event.currentTarget.value)}
      />
      {canChoose && (
        <Button
          variant="default"
          onClick={() => {
            void client.folder.choose().then(({ path }) => {
              if (path !== null) onChange(path)
            })
          }}
        >
          Choose…
        </Button>
      )}
    </div>
  )
}
