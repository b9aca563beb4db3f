namespace PicsOnefile.Matching.People;

internal static partial class NameForms
{
    // One line, one name, as in A to J.
    private const string KToZ = """
        kamal kamaal
        karen kaz karin caren
        karim kareem kerim
        katrina trina kat catrina
        kelly kel kelli
        kenneth ken kenny coinneach cennydd
        kevin kev caoimhin
        khalid khaled kaled
        kimberley kim kimberly
        kirsty kirstie kirsten christina ciorstaidh
        kulwinder kully
        laura lora lowri lolly lauren laurie
        laurence larry lawrence laurie lorcan lawrie
        leanne lee lianne leann
        leonard len lenny leo
        leslie les lesley
        lesley les leslie
        lewis lew lou louis llew luis
        lilian lily lillian lil lilly
        linda lin lyn lynda lindy lynn
        lindsay lyn lindsey linsey lynsey
        llewellyn llew lyn llewelyn
        lorraine lorrie raine lori
        louise lou lulu louisa
        lucy lucie luce lucinda
        lucas luke luc
        lynn lin lynne lyn linn
        mahmood mahmud mehmood mehmud
        malcolm mal calum callum mael
        manjit manjeet manny
        manpreet manny preet
        margaret maggie meg peggy marge margie rita greta daisy marged mairead megan mags mared margo mairi madge magaidh margret
        maria marie mary mia
        marian marianne mary ann marion maryann
        marilyn lyn
        marjorie marge margery
        mark marc marcus marco
        martin marty martyn mairtin
        martha mattie mart
        mary molly polly mair mairi maire moira maura mae mari may maureen mia muire moire miriam maryam maryan
        maryam mariam mariyam miriam
        matilda tilly tilda mattie
        matthew matt matty mathew maitiu
        maureen mo maura mairin
        maurice mo morris moss meurig
        maxwell max maxim
        maximilian max
        mehmet mehmed
        melanie mel mell
        melissa mel lissa missy
        michael mike mick mickey mikey micheal mihangel mitch micah mikhail
        michelle shell shelly chelle michele
        mildred millie
        miles myles milo
        millicent millie
        miriam mim maryam
        mohammed muhammad mohamed mohammad muhammed mohamad md mohd mohamud mo muhamed mahomed mohammod muhamad
        mohinder mohindar
        moira maura moyra
        morgan mo
        morag sarah
        moses moshe musa moosa moe
        muriel meriel muireall
        mustafa mustapha moustafa
        nadeem nadim
        naseem nasim
        nasreen nasrin
        natalie nat nattie nathalie
        natasha tash tasha
        nathan nat nate
        nathaniel nat nathan nate
        navdeep nav
        neil niall neal nigel neill
        niamh neve neave nia
        nicholas nick nicky nic nico neacal nikolas nicolas nicol
        nicola nicky nic nicki nikki nichola
        nigel nige
        noel nollaig nowell
        noor nur noora nour
        norah nora honora noreen
        norman norm
        oliver ollie olly oilibhear
        olivia liv livvy ollie olive
        oscar osgar
        osman usman uthman othman
        owen owain ewan eoghan euan ewen
        pamela pam pammy
        parminder pammi
        patrick pat paddy rick padraig patsy padraic pod
        patricia pat patsy trish tricia patty trisha
        paul pol pawl paulie
        paula polly paulie
        pauline polly paulette
        penelope penny pen
        percival percy
        peter pete peadar pedr petey
        philip phil pip phillip philippe pilib
        philippa pippa pip phil
        phyllis phyl phil
        priscilla cilla prissy
        priya pri
        rabia rabiah
        rachel rach rae rachael raquel
        rafiq rafeeq rafique
        rajesh raj raju
        rajinder raj rajindar
        ralph rafe raff
        randolph randy
        rashid rasheed
        raymond ray reamonn
        raza reza
        rebecca becky bex becca beck rebekah
        reginald reg reggie
        rehana rihana
        rhiannon rhi
        rhys rees reece reese reis
        richard rick dick rich ricky richie dickie risteard
        robert bob rob bobby robbie robin bert rab rabbie roibeard rupert robyn raibeart bobbie
        roderick rod roddy rory rhodri ruairidh
        rodney rod
        roger rog rodge ruairi
        roisin rose rosaleen rosie
        ronald ron ronnie ranald raghnall
        rory ruairi ruaridh ruairidh rhuari roderick
        rosemary rose rosie rosy romy
        rose rosie rosa rosalind rhosyn
        roxanne roxy
        russell russ rusty
        ruth ruthie
        ryan rian
        saeed said sayeed saed syed sayed
        saima sayma
        sajid sajjid
        salim saleem
        salma selma
        samantha sam sammy
        samina sameena
        samuel sam sammy sawyl somhairle
        sandra sandy
        sarah sally sara sadie sal sorcha mor saira sarra
        satnam sat
        saul sol
        sean shaun shane shawn john
        seamus james hamish shamus
        sebastian seb bas bastian
        shabana shabanah
        shahid shaheed
        sharon shaz shari shazza
        shaukat showkat shawkat
        sheila shelagh sile sheelagh sheela
        shirley shirl
        sian jane shan sharn
        sidney sid sydney
        simon si sim simeon
        sinead jane
        siobhan shevaun shivaun chevonne joan shevon
        solomon sol solly sulaiman suleman suleiman sulayman
        sophia sophie sofia soph sophy
        stanley stan
        stella estelle
        stephanie steph stevie steff stephany
        stephen steve steven stevie steffan stephan steaphan stefan ste
        stuart stu stewart stew
        sukhdeep sukhi
        sukhvinder sukhi sukhwinder
        sultana sultanah
        susan sue suzie susie suzanne suzy susanna susannah suki siwsan siusan suzan
        sylvia syl silvia
        tahir taher
        tariq tarek tarik
        tabitha tabby
        tamara tammy
        tania tanya
        terence terry tel terrance terrence toirdhealbhach
        teresa terry tess tessa theresa treasa therese
        thelma thel
        theodore ted theo teddy
        thomas tom tommy tam twm tomos tomas
        timothy tim timmy tadhg
        tobias toby
        tracey tracy trace traci
        trevor trev trefor
        tudor theodore tudur
        umar omar omer umer
        ursula ursa
        usha oosha
        valerie val
        vanessa nessa ness
        veronica ronnie vera nicky
        victor vic
        victoria vicky vicki tori vikki toria vic
        vijay vijai
        vincent vin vince vinnie
        violet vi
        virginia ginny ginger
        vivian viv vivien vivienne
        walter wally walt wat gwallter
        waqar vaqar
        waseem wasim
        wayne wain
        wendy wen
        wilfred wilf fred
        william bill will billy willie liam gwilym wil uilleam gwil willy liam
        winifred win winnie freda gwenfrewi
        yasmin yasmeen jasmine yaz
        younis yunus younus yunis younas
        yusuf yousuf yousef joseph yusef yousaf youssef
        yvonne von eve evonne
        zachary zac zach zak zack zachariah zakariya zakaria
        zahid zaheed
        zahra zara zehra zahara
        zainab zaynab zeinab zenab
        zoe zoey zo
        zubair zubayr
        """;
}
