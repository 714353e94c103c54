/** Given names that nearly always tell a woman from a man. Written for this project. */
export const WOMEN: ReadonlySet<string> = new Set(
  `
abigail adele agnes aisha alejandra alessandra alexandra alice alicia alison allison alma amanda amelia amina amy ana
anastasia angela angelina anita anna annabel anne annie antonia april arlene ava ayesha barbara beatrice becky benazir
bernadette beth bethany betty beverly bianca birgit bridget brenda brittany camila camilla carla carmen carol carolina
caroline carolyn catherine cathy cecilia celia charlotte chiara chloe christina christine claire clara claudia colleen
constance cristina cynthia daisy daniela danielle daria dawn deborah debbie deirdre delphine denise diana diane dilma
donna dora doreen doris dorothy edith eileen elaine eleanor elena elisa elisabeth eliza elizabeth ella ellen elsa emily
emma emmanuelle erica erika erin esther eugenia eva evelyn farah fatima fatou federica felicia felicity fiona florence
frances francesca françoise gabriela gabrielle gemma georgia georgina geraldine gianna gina giulia gladys gloria grace
greta gwen hannah harriet hatice heather heidi helen helena helga hillary hina holly ida ingrid irene irina iris
irma isabel isabella isabelle isla ivana ivanka jacinda jacqueline jana jane janet janice janine jeanette jeanine jelena
jen jenna jennifer jenny jessica jill joann joanna joanne josephine joyce judith judy julia juliana julie juliet
june kaja kamala karen karin kate katarina katharine katherine kathleen kathryn kathy katie katrin kayla kirsten
kimberly kristen kristin kristina lara laura lauren layla lea leah leila lena lilian lily linda lisa liz loretta
lori louisa louise lucia lucy lydia maddie madeleine maggie malala mara margaret margarita margot maria maría
mariah mariam marianne marie marilyn marina marisa marjorie marlene martha martina mary maryam maureen megan
meghan melanie melania melinda melissa meredith mia michelle mildred mimi miranda miriam moira molly monica
monika monique myra nadia nadine nancy naomi natalia natalie natasha nicole nina nora norma olga olivia paloma
pamela patricia paula pauline penelope petra phoebe phyllis priscilla rachel rania rebecca regina renata rita roberta
rosa rose rosemary roxana ruth sabine sabrina samantha samira sandra sara sarah sheila shirley silvia sofia
sonia sonja sophia sophie stella stephanie sue susan susanna suzanne svetlana sylvia tamara tania tanya tatiana teresa
theresa tiffany tina tracy ulrike ursula valentina valerie vanessa vera veronica victoria viola violet virginia vivian
wendy yasmin yolanda yulia yvette yvonne zainab zara zoe
`
    .trim()
    .split(/\s+/),
)

/** The same for men. */
export const MEN: ReadonlySet<string> = new Set(
  `
aaron abdul abdullah abdulaziz abel abraham adam adnan adolf adrian ahmad ahmed aidan akbar alan alain albert alberto
aleksander alejandro alexander alexandre alexei alfonso alfred alfredo ali alistair allan allen amir anatoly anders
andrei andrew andrés andy angus anthony antoine anton antonio antónio arnold arthur arturo asif austin ayman barack
barry bart bashar ben benedict benjamin bernard bernie bertrand bill billy bob bobby boris brad bradley brandon brendan
brett brian bruce bruno bryan calvin carl carlo carlos cesar chad charles charlie christian christopher christoph chuck
clarence clark claude clayton clement cliff clifford clint clive colin connor conor conrad craig cristiano curtis cyril
cyrus damien daniel danny darren dave david dean dennis denis derek derrick desmond diego dieter dimitri dirk dmitri
dmitry dominic don donald doug douglas duncan dustin dwight earl ed eddie edgar edmund eduard eduardo edward edwin eli
elias elijah elliot elliott elon emanuel emil emmanuel enrico enrique eric erich erik ernest ernesto esteban ethan
eugene evo ewan fabian fabio faisal farouk federico felix ferdinand fernando fidel floyd francesco francisco franco
francois françois frank franklin franz fred frederick friedrich gareth garry gary gavin geoff geoffrey georg george
georges gerald gerard gerhard gideon giorgio giovanni giuseppe glen glenn gonzalo gordon graham greg gregor gregory
guido guillermo gunther gus gustav hamid hamza hans harold harry harvey hassan hector heiko helmut henri henrik henry
herbert herman hermann hosni howard hubert hugh hugo humza hussein ian ibrahim igor ilya imran isaac ismail ivan ivo
jack jackson jacob jacques jair jake jamal james jared jason jasper javier jeff jefferson jens jeremiah jeremy
jerome jerry jim jimmy joachim joao joe joel johan johann johannes john johnny jon jonah jonas jonathan jorge josé jose
josef joseph josh joshua juan julian julien julio julius jürgen justin kamal karl keir keith kenneth kenny kevin khaled
khalid klaus kofi konrad konstantin kurt kwame kyle larry lars laurent lawrence leo leon leonard leonardo leonid leopold
lester lewis liam lionel lloyd logan lorenzo louis luca lucas luis luigi luke magnus mahmoud malcolm manuel marc marcel
marco marcos marcus mark markus martin marvin mateusz matt matteo matthew matthias maurice max maxim maximilian mehmet
michael michel miguel mikael mike mikhail milan milo mitch mitchell mohamed mohammad mohammed mostafa muhammad murat
mustafa nabil narendra nathan nathaniel ned neil nelson newt nicholas nick nicolas nigel nikolai noah norman
oleg oliver omar oscar osama otto owen pablo patrick paul pavel pedro perry peter phil philip philippe phillip pierre
rafael rahul ralph ramon ramzan randy raul ray raymond recep reginald reinhard ricardo richard rick rob robert roberto
rodney rodrigo roger roland ronald rory ross roy rudolf rudy rupert russell ryan salvador samuel santiago saul scott
sean sebastian sergei sergey sergio seth shane shaun silvio simon spencer stanley stefan stephen steve steven
stewart stuart sven ted terence terrence theodore thomas tim timothy tom tomas tommy tony trevor tyler ulrich umar
vaclav victor viktor vince vincent vladimir volodymyr walter warren wayne wilhelm will william winston wolfgang xavier
yuri yusuf zachary
`
    .trim()
    .split(/\s+/),
)
