namespace PicsOnefile.Matching.People;

internal static partial class NameForms
{
    // One line, one name. A form may stand in several lines (Alex, Sandy, Pat); that does not join the lines.
    private const string AToJ = """
        abdul abdool abdel abd
        abdullah abdulla abdallah
        abigail abbie abby abi gail
        abraham abe ebrahim ibrahim bram
        adam adhamh addie
        adelaide addie ada
        agnes aggie nessie nesta una
        ahmed ahmad ahmet achmed
        aidan aiden aodhan edan
        aisha ayesha aysha aishah ayisha aisya
        alan allan allen alun al
        albert al bert bertie
        alexander alex alec sandy al xander alasdair alastair alistair alister alisdair sandro lex sasha alick
        alexandra alex sandra sandy lexi lexie alexa sasha
        alfred alf alfie fred
        ali aly alee
        alice ali alys ailis allie
        alison allison ali allie alyson
        amanda mandy manda
        amelia millie mel
        andrew andy drew aindreas andras dru aindriu
        angela angie ange
        ann anne annie anna nan nancy anita aine ana
        annabel bella annabelle anabel
        anthony tony antony ant anton antoine
        arthur art artie arturo
        asif aasif
        augustus gus august augustine
        barbara barb barbie babs bobbie
        barry barrie baz finbar bairre
        bartholomew bart barty
        beatrice bea beattie trixie bee
        benedict ben bennett
        benjamin ben benji benny
        bernadette bernie detta
        bernard bernie barney
        bethany beth bethan
        bridget bridie brid biddy breda bride brigid brighid
        bronwen bron bronwyn
        caitlin kathleen
        caroline carol carrie caro carolyn lyn
        catherine cathy kate katie kathy cath kat kitty cat katherine kathryn catrin catriona kathleen kay caitriona catarina katharine cate katy
        cecilia cecily sile sheila cissie celia
        charles charlie chuck chas chaz siarl carl
        charlotte lottie lotte charlie char
        chloe clo khloe
        christina chris tina christine chrissie crystal kirsty kirsten cristiona
        christopher chris kit topher christy crispin
        ciaran kieran kieron kieren
        claire clare clara clair
        clifford cliff
        colin cailean col coilin
        constance connie con
        cornelius con connie neil conor
        craig kraig
        cynthia cindy
        daniel dan danny deiniol
        danielle dani danni
        daphne daph
        darren daz daren
        david dave davy dai dewi dafydd davey daithi taffy daoud dawud daud
        deborah deb debbie debra debs
        declan deaglan dec
        denise denny
        dennis den denny denis donnacha
        derek del derrick deryck
        desmond des dessie
        diane di diana dianne dyan
        dominic dom nick
        donald don donnie domhnall donal
        dorothy dot dottie dolly dora
        douglas doug dougie dougal
        duncan dunc donnchadh
        edith edie
        edmund ed eddie ned eamon eamonn ted
        edward ed eddie ted teddy ned edouard
        edwin ed eddie
        eileen aileen eibhlin evelyn ellen
        eleanor ellie nell nora elinor elen ella lenora eleri
        eilidh ailie helen
        elizabeth liz lizzie beth betty bess eliza libby elsie lisa elspeth bethan elisabeth lilibet betsy lizbeth ealasaid eilis lise bessie
        ellen nell nellie elen elin
        emily em emmy millie
        emma em emmy
        emmanuel manny manuel
        eric rick erik
        ernest ernie ern
        esther essie hester
        eugene gene owen eoghan
        evan ifan ieuan ioan ewan euan iwan
        farooq faruk farouk faruq
        fatima fatema fatimah fathima
        felicity fliss flick
        fergus ferg fearghas
        fiona fi fionnuala
        florence flo flossie florrie
        frances fran franny frankie francesca fanny
        francesca fran frankie cesca chess
        francis frank frankie fran proinsias
        frederick fred freddie freddy fredrick frederic
        gabriel gabe gabby
        gabrielle gaby gabby gabi
        gareth gary garth gaz
        gavin gav gawain
        gemma gem jemma
        geoffrey geoff jeff jeffrey geoffry
        george georgie seoras siors seoirse
        georgina georgie gina georgia georgiana
        gerald gerry jerry ger gerard gearoid
        gerard gerry jerry ger gearard
        gillian gill jill jillian
        giles gyles
        glenda glen
        gloria glo
        gordon gord
        grace gracie grainne
        graham graeme grahame
        gregory greg gregor grigor
        griffith griff gruffydd gruffudd guto
        gulam ghulam golam
        gurpreet guri preet
        gwendolen gwen wendy gwenda gwendoline gwenllian
        gwyneth gwen gwenith
        hamza hamzah
        hannah hanna hana
        harold harry hal
        harpreet harry preet harpy
        harriet hattie harri etta
        hasan hassan hasaan
        hayley hailey haley
        hazel haze
        heather heath
        helen helena nell ellie elena lena elin
        henry harry hal hank hari anraoi harri
        herbert herb bert
        howard howie hywel howell
        hugh hughie hew huw aodh shug
        hussain hussein husain husein hossain hosain
        ian iain ion eoin
        iftikhar ifty iftikar
        imran imraan
        ingrid inga
        iqbal ikbal
        irene rene renie
        isaac ike zac ishaq isaak
        isabel izzy bella belle isobel isabella isabelle iseabail ishbel sibeal isla
        isla ila
        ishmael ismail ismael
        jacob jake jack coby yaqub yakub
        jacqueline jackie jacqui jacquie jaqueline
        james jim jimmy jamie jem seamus hamish seumas iago shamus jas
        jane janey janie jan jean sian sinead sheena jayne siobhan
        janet jan jessie seonaid netta jenny
        janice jan janis
        jasmine jas yasmin jaz yasmeen jazmin
        jason jay jase
        jaswinder jas jassi
        javed javaid jawed javid
        jean jeanie jeannie sine
        jennifer jen jenny jenni sineidin siwan guinevere jenna
        jeremiah jerry jerome gerry diarmuid
        jeremy jem jerry jez
        jessica jess jessie
        joan joanie siobhan siwan
        joanna jo joanne joan jan joann
        jocelyn jos joss
        jodie jody jodi
        john jack johnny jon ian iain sean sion ioan evan eoin shaun shane ieuan jonny jock shawn sean
        jonathan jon jonny jonathon nathan johnathan
        jordan jordy
        joseph joe joey seosamh youssef yusuf jo yousef yousaf yusef jose
        josephine jo josie jose phine seosaimhin
        joshua josh yehoshua
        joyce joy
        judith judy jude judi
        julia julie jules
        julian jules jools
        julie jules juliet juliette
        justin jus justyn
        """;
}
