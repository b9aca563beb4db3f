using System;
using System.Collections.Generic;

namespace PicsOnefile.Matching.People;

/// <summary>
/// Forenames that are one letter away from another one, beside those of <see cref="NameForms"/>: Erin is no mistyped Eric, and Jan no mistyped Jon. Written down from
/// what is common in these islands and among the communities of their staff; a name that is missing here may be taken for a typing error.
/// </summary>
internal static class KnownForenames
{
    private static readonly HashSet<string> Table = new("""
        aaron ada adele adil adina adrian adriana adrianna aaliyah abbas abi adam adeel afzal agata ahsan aida aimee aiden aileen ailsa aina aine aisling ajay akash akeem
        alana alanna alba alban albin aldo alec aled alena alessia alexia alexis alfie alia alicia alina alisa alisha alissa alistair alma alvin alva alyssa
        alwyn amal aman amar amara amber amelie amina amir amira amit amna amos amrit amy ana anand anas anastasia andre andrea andreas andreea
        andreia andrej andrius aneesa aneta angel angela angelina angelo angharad angus anika anil anila anisa anish anita anjali anjum annalise anneka
        annette annika annmarie antonia anton antonella antonina anu anya aoife april arabella archie aria ariana arianna arif arjun arlene arlo armin
        arnold aron arran arron arslan arti arun arwen asad asha ashley ashlee ashton asim asma astrid ata atif audra audrey aurelia aurora austin
        ava avril axel ayaan ayan ayla azhar aziz aziza azra babar bailey barney barrie basil basim beata beau belinda bella benita bernice bertha beryl
        beth bethan betsy bettina betty bevan beverley beverly bhavna bilal billie bina blair blake bogdan bogna bohdan bonnie bora boris brad bradley
        brady brandon breda brenda brendan brendon brent brett bria brian briana bridie brian bruce bruno bryan bryce bryn bryony burak byron cain caleb
        callie calvin cameron camila camilla camille candice cara carina caris carla carley carlo carlos carlotta carly carlyn carmel carmela carmen
        carol carolina carrie carson carwyn carys casey casper cassie cassandra catalin catalina cathal cathy cayla cecil cedric celeste celia celina
        celine ceri ceris cerys chad chantal chantelle charis charlene chandra chanel chelsea cher cheryl chester chiara chanda china chloe christa
        christel christian christiana christie christos ciara cian cilla cillian clark claud claude claudia claudine clay clement clementine cleo clive
        clinton clint clodagh clyde cody colette colleen colm conall connor conrad cora coral coralie cordelia corey corin corina corinna corinne cormac
        cosmin costa courtney cristian crystal curtis cyril dagmar dahlia dale dalia damian damien damon dana dane dania danica daniela daniella danilo danuta
        dara darcey darcy daria darius darrel darrell darryl dave davina dawid dawn dawson dean deana deanna deanne deborah dee deirdre delia della demi dena
        denis denisa denzil derry desiree devin devon dexter diana diego dieter dilip dilys dimitar dina dinah dinesh dion dionne dipa dipak dirk dita dolores
        dominik dominika dominique don donal donna dora doreen dorian dorina doris dorin dorothea douglas drew duane dudley dulcie dustin dylan eamon earl
        ebony eda eden edgar edita edmond edna eduard edward edwina efan effie egle eimear einar eira eirian eirlys elaine elan elana elayne elaina eldon
        eleanora elen elena eleri elfed elgan elia elias elif elijah elin elina elinor eliot elis elisa elise elisha elissa ella elle ellis elliot
        elliott elmer eloise elsa elsie elton elva elvin elvira elvis elwyn emil emile emilia emilie emilija emina emlyn emmaline emmet emrys ena enid
        enrico enya enzo erica erich erika erin erina eris erma ernest ernesta errol erwin esme esmee essa estella esther eszter ethan ethel etta eugenia
        eugenie eunice eva evelina evie ewa ezra fabian fabio fadi fahad fahim faisal faith faiza faizal fareed farah farha farhan faria farida farzana fatma
        fawn fay faye felice felicia felix fergal fern fernanda fernando fiadh filip filipa finlay finley finn finnian fleur flora floyd forrest frances
        franco frank frankie franz fraser frazer freda freddie freya frieda gabor gabriele gabriella gaenor gail gale garry garret garvin gaynor gene geneva
        genevieve gerda geraint geraldine gerda germaine gerwyn ghazala gianna gilbert gina gino giorgio giorgia giulia gladys glenys glyn glynis glynn
        goran grace grant greer greta gretel grigore guido gus guy gwen gwenda gwilym gwyn gwynne habib hadi hadiya hafsa haider hajra hakan hakim halima
        hamid hamish hana hani hania hanif hanna hans hari haris harley harmony haroon harris harrison harun harvey harvinder hashim hassan hattie haya
        haydn hayden heba hebe hector heddwen hefin heidi helga hemant hena henrietta henrik herman hettie hilary hilda hina hira holly hollie honor hope
        horace hubert hugo huma humera humphrey ian ida idris iestyn ieuan ife ike ila ilan ilona iman imelda imogen ina inam inara india indra inderjit
        ines inez inga ingmar inam ioan iolo iona ira irena irina iris irma irvin irving isa isidora isabela isha ishan isha isis isla ismat isolde ivan ivana
        ivor ivo ivy iwona izaak jack jackson jad jada jade jaden jago jahid jai jaime jake jalal jamal jameel jamel jamila jamelia jamil jan jana jane janek
        janet janette janice janine janina janis jared jarek jarrod jarvis jasmin jasmina jaspal jasper javier jaya jayden jaydon jayden jean jeanette jed jeff
        jen jenna jens jermaine jerome jess jesse jessie jethro jewel jill jim jimi jin jing jo joan joanna joel joelle joern johan johann johanna johanne
        john joleen jolene jolyon jonas joni jonty jordan jordana joren jorge jorgen josef josefa joseph josh josie joss joy joyce juan juana juanita judah
        judith julia juliana julianna julianne julien juliet juliette julio julius june juno jun justina justine kacey kacper kaden kai kalani kaleb kali
        kalina kamil kamila kamran kane kara karam karan karel karina karine karis karl karla karol karolina kashif kasper kasim kate katia katja katya
        kavita kay kaya kaye kayla kayleigh keanu keeley keely keira keiran keith kelan kellie kelsey kelvin ken kendra kendal kendall kent kenya keri kerri kerry
        kerrie kevan keziah khadija khalida khan kia kian kiana kiara kiera killian kim kimi kinga kira kiran kirk kit klara klaus koby komal konrad kris krish
        krista kristen kristian kristin kristina kristof kristy krystal krystian kunal kurt kyla kyle kylie kyra lacey lana lance lara larissa lars laszlo
        latif latifa latoya laura laureen laurel lauretta lauri laurie lavinia layla lazar lea leah leanna leda lee leela leena leigh leighton leila lelia lena
        leni lenka lennox leo leon leona leonie leonora leopold leroy leslie leta letitia lev levi lewin lexi leyla lia liana lianna lida lila lilia liliana
        lilla lily lina lisa lisbeth lisette lisha liv livia liz lloyd logan lois lola lora lorena lorenzo loreen loretta lori lorna lothar lotta lou louella
        lowell lowri luca lucas lucia lucian luciana lucien lucille lucinda lucius ludmila ludwig luigi luisa luke lulu luna luther luz lydia lyle lyndon lynette
        lynsey lyra mabel maciej mack macy mada maddie maddison madeleine madeline madison mads mae maeve maggie magnus maha maher mahesh mahira mahir mahnoor maia
        mair maisie maja malak malala malik malika mali malin mallory malvina mandeep manfred manal manoj mansoor manuel manuela mara marc marcel marcela
        marcella marcelle marcia marcie marcin marcos marcus marek mari maria mariam marian mariana marianna marianne maribel marie mariel marietta marika marilena marin marina
        marino mario marion maris marisa marisol marissa marita marius mariusz marjan mark markus marla marlene marley marlon marlow marsha marta martha marti martin
        martina martine martyna marvin marwan mary maryla masha mason masood mateo mathias mathilda mati matilda matteo matthias maud maude maura maurice mauro mavis max
        maxim maxime maxine may maya mayar maymuna mazhar meera mehdi mehreen meg megan megha meghan mei meilyr meinir mekhi mel melinda melody melvin melvyn melvina mena mercedes
        mercy meredith meriam meriel merle merlin merlyn merriel mersina mervyn meryem meryl mia mian micah michal michaela michele mika mikael mike mila milan milana
        milena milly milo milos milton mina minna mira miral miranda mirela mirella mirela miriam miro mirza misbah mischa misha misty mitchell moeen mohan mohini moin moira
        mollie mona monica moray morris moses mubarak mumtaz muna munir munira mungo murad murray musarat myfanwy mylene myra myrna myron myrtle nabeel nabil nabila nada
        nadia nadine nadir nadira naeem nafisa naila naima nala nalini nan nana nancy naomi narelle nargis naresh naseer nasir nasira nasreen natalia nataliya natan nate nathan
        naveed naveen navid nawaz nayla nazia nazir nazira nazma neal ned neela neelam neena neeta neha neil nell nelly nelson nera nerys nesta neva neville nevin newton neyla niall nia
        nichole nick nicki nicola nicole nicoleta nicoletta niels nigella nikhil nikita nikki nila nilam nile nils nina nirmal nirmala nisha nita nitin noa noah noam noel noelle noelia
        noemi nola nolan nora norbert noreen norma norman norris nova nuala nyla nyra oana octavia octavian odette odin ola olaf oleg oleh olena olga olive
        oliver olivia olivier olof olwen olwyn oona ora oran oriana orla orlando orson osama oskar otis otto padma paige paloma pandora paola paolo parisa parveen pascal
        patience patrice patrik patrycja paul paula paulina pauline pavol pavla pearl pedro peggy penny perla pernille perry petar peter petr petra petros petru petrina phil
        philomena phoebe piers pia piera pietro pilar pius polly poppy portia prakash preston priti primrose prudence pranav pravin prem primo
        qasim quentin quinn quinton rabeea rachelle radu rae raees rafael rafaela rafe raheem rahim rahima rahma rahul raine raisa raja rajan rajni rajnish ralf ralph rama raman
        ramesh ramla ramiz ramon ramona ramona ramsey rana randal rani ranjit raphaela raquel rasa rashad rashida rasmus raul ravi raven ray raya rayan
        rayhan rayna rayner reagan reba reem reena reeta reg regan regina reginald reid reinhard reinis remi rema remus rena renata rene renee renu reuben rex
        reyhan rhea rhian rhoda rhodri rhona rhonda rhydian rhys ria riaz ricardo rico rida riley rita ritu river riya riyad riyaz roald robbie robyn rocco rochelle
        rodica rodrigo rohan rohit rohini roland roman romana romeo romy rona ronan ronald ronda rosalie rosalind rosalyn rosamund rosanna rosanne rosario roseanna roseanne rosella rosemarie
        rosetta rosina roslyn ross rowan rowena rowland roxana roy royston ruben rubina ruby rudi rudolf rudy rufus rukhsana rukaya rupa rupert rupinder rushil ruslan russ ruta
        ruth ryan ryder sabah sabin sabina sabine sabir sabira sabrina sachin sacha sadia sadiq saffron safia safina sagar sahar sahil saira sajida
        sakina salah salem sally salman salome sam samara samina samir samira sana sandeep sandy sania sanjay sanjeev sanna santosh sapna saqib sara sarita saskia saul savanna savannah
        scarlett scott seamus seb seema sefton selena selina selma selwyn serena serge sergei sergio seren seth seyi shabina shabir shadi shae
        shafiq shahida shahin shaista shakeel shakila shamim shana shane shani shania shanice shanna shannon shanon sharif sharifa sharlene sharmila sharyn shaun shauna shaw shawna shay shayla
        shaymaa shea sheba sheena shelby shelley shen sher sheree sheridan sherry sheryl shila shilpa shireen shirin shona shreya shruti shyam sian sidra sienna sierra sigrid silas silvio
        silke simona simran sindy sinan skye sofie sofya sohail solange sonal sonali sonia sonja sonya sonny soraya soren sorin sorina spencer stacey stacy
        stan stanislav stefana stefania stefanie steffan stellan sten steph sterling steven stevie stewart storm stoyan stuart subhan sue sufyan suhail sukhjit suleman suman
        sumaiya sumaira sumera sumit sunil sunita sunny surinder surjit susanne suzanna suzette sven sveta svetlana swati sybil sydney sylvain sylvester sylvie sylvio tabish tabassum
        tadhg taha tahira tahmina taj talia taliesin tallulah talha tamar tamas tamir tamsin tania tansy tara taran tarun taryn tasneem tate tatiana tatjana tayla taylor tayyab tea
        tegan teja teo teodor teodora teona terence teri terri terrie terry tess tessa thaddeus thalia thea theodora theresia thierry thora thomasina tia tiana tiberiu tiegan
        tiernan tiffany tilda tilly tim timur tina tirion tito titus toby tobin todd tom toma tomas tomasz tomi tonia tonie tony tonya toni topaz torin torsten tori tracey tracy travis trent
        trevor tricia trina trinity trisha tristan troy trudi trudy tudor tula tulsi tunde tuula ty tyla tyler tyra tyrell tyron tyrone tyson uma umair umaira unity uri uriah
        uzma vadim vaida vala valentin valentina valentine valeria vance vanda vanessa varun vasil vaughan veena vega velma vera verity verna vernon vesna vic vicente vicki vida vikas vikram viktor
        viktoria vilma vince vinay vinod viola violeta viorel viorica virgil vita vitalie vito vivek vivienne vlad vladimir wael wahid wahida wajid wanda waleed walid wanita ward
        warren wasim wayne wesley whitney wilbur wilf wilhelmina willa willem wilma wilson winona winston wyatt wyn wynn xander xanthe xavier yael yana yara yaseen
        yasin yasir yasmina yolanda yolande yorath yosef yuri yvette yvonne zac zack zain zaina zaira zaki zakia zakir zane zara zeena zena zeenat zeeshan zelda zia zina zita
        ziva zoran zuleika
        """.Split([' ', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries), StringComparer.Ordinal);

    /// <summary>True for a forename that people bear.</summary>
    public static bool Has(string forename) => Table.Contains(forename) || NameForms.Knows(forename);
}
