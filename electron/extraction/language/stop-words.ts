const words = (list: string): ReadonlySet<string> => new Set(list.split(' '))

/** The commonest small words of some European languages in Latin letters, by BCP 47 tag. */
export const STOP_WORDS: Readonly<Record<string, ReadonlySet<string>>> = {
  en: words(
    'the of and to in a is that for it was on with as he be by at his this had not are but from or have an they which ' +
      'she you were her all would there their we him been has when who will no more if out so said what up its about ' +
      'than into them can only other new some could these two may then do any my now such like our over after',
  ),
  de: words(
    'der die und in den von zu das mit sich des auf für ist im dem nicht ein eine als auch es an werden aus er hat daß ' +
      'dass sie nach wird bei einer um am sind noch wie einem über einen so zum war haben nur oder aber vor zur bis mehr ' +
      'durch man sein wurde sei kann gegen vom ich wir wenn habe unter ihre ihr seine was einen dieser',
  ),
  fr: words(
    'de la le et les des en un du une que est pour qui dans a par plus pas au sur ne se ce il sont avec son ont cette ' +
      'mais comme ou si leur y dont aux ses été était elle nous vous je être fait ces deux même aussi bien sans tout ' +
      'après d l qu n s c j',
  ),
  es: words(
    'de la que el en y a los se del las un por con no una su para es al lo como más o pero sus le ha me si sin sobre ' +
      'este ya entre cuando todo esta ser son dos también fue había era muy años hasta desde está nos durante uno les ' +
      'ni contra ese eso ante ellos han',
  ),
  it: words(
    'di che è e la il un a per in una sono non del con le si da i dei al della come lo ha alla più ma gli nel anche ' +
      'dal delle su questo nella ho se ci o stato essere suo tra ai cui anni loro dalla degli due era hanno sua',
  ),
  pt: words(
    'de a o que e do da em um para com não uma os no se na por mais as dos como mas foi ao ele das tem à seu sua ou ser ' +
      'quando muito há nos já está eu também só pelo pela até isso ela entre era depois sem mesmo aos ter seus quem nas ' +
      'são num',
  ),
  nl: words(
    'de van een het en in is dat op te voor met zijn die niet aan er om ook als bij dan maar uit nog door over wordt ' +
      'naar heeft hij ze was je worden deze tot kan hun al zo haar meer wel of werd ik zich geen waren',
  ),
  sv: words(
    'och i att det som en på är av för med till den har de inte om ett han men var jag sig från vi så kan när år under ' +
      'också efter eller nu sin där vid mot ska skulle kommer ut får finns vara hade alla andra mycket',
  ),
  da: words(
    'og i at det er en til af på den for med der de ikke har som et men han om fra var vi jeg sig så kan når være blev ' +
      'også efter eller nu sin ved mod skal ville hun havde hvor blevet alle andre',
  ),
  nb: words(
    'og i det på som er en til å av for med at de ikke har den et han men om fra var vi jeg seg så kan når være ble ' +
      'også etter eller nå sin ved mot skal ville hun hadde hvor blitt alle andre',
  ),
  pl: words(
    'i w na z do nie się że to jest o jak za od po przez ale dla są tym co już był tego oraz ma być może przed roku ' +
      'tak jego które który czy jej tylko także było',
  ),
  cs: words('a v na se je že s z do o k i to by za ve po pro jako ale jsou od jeho který byl jsem také podle aby už'),
  tr: words('ve bir bu da de için ile olarak çok daha olan gibi en kadar sonra ne ise ki her o var diye göre oldu ya'),
  ro: words('de și în a la cu pe nu o că din un mai este care pentru să au se prin lui fost sunt al ale cel după'),
  hu: words('a az és hogy nem is egy meg ez azt van már csak még volt mint de ha el vagy sem ki majd lehet amely'),
  fi: words('ja on ei se että oli hän mutta ovat kun niin myös joka ole kuin tai sen hänen olisi jos vain nyt mukaan'),
  id: words(
    'yang dan di dari untuk dengan pada ini itu tidak dalam akan juga ada mereka oleh sebagai telah karena bisa',
  ),
}
