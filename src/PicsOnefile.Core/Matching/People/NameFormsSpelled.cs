namespace PicsOnefile.Matching.People;

internal static partial class NameForms
{
    // One name in several spellings, where both stand among the known forenames: without a line here they would be two people's.
    private const string Spelled = """
        aaron aron arron
        adele adelle
        adriana adrianna
        aimee amy
        alana alanna
        alissa alyssa
        andrea andreea andreia
        andrej andrei andrey
        anika annika anneka
        ariana arianna
        ashley ashlee ashleigh
        ayaan ayan
        aziz azeez
        beverley beverly
        brendan brendon
        brian bryan
        bryony briony
        camila camilla kamila
        carina karina
        carla karla
        carley carly carlie karly
        carol carole caroline
        carolina karolina caroline
        caris carys karis charis cerys ceris
        casper kasper
        catalina catarina
        celina selina selena
        cheryl sheryl
        chiara kiara
        ciara kiara kiera keira
        christian kristian cristian krystian
        christina kristina christiana
        christa krista
        christie christy kristy kirsty
        clara klara
        connor conor
        conrad konrad
        corina corinna
        cody kody
        coby koby
        crystal krystal
        dahlia dalia
        damian damien
        darcy darcey
        darrel darrell darryl daryl
        david dawid
        deanna deana
        deanne deann dianne
        deborah debora
        dominic dominik
        edmond edmund
        eduard edward edouard
        elaine elayne
        eleanor eleanora
        eliot elliot elliott
        elis ellis
        emil emile
        emily emilie
        emilia emilija
        erica erika
        eric erik erich
        esme esmee
        estella estelle
        faisal faizal
        fay faye
        filip philip
        filipa philippa
        finlay finley
        fraser frazer
        fatma fatima
        freda frieda
        gabriella gabriela
        gail gale
        garry gary
        gaynor gaenor
        georgia giorgia
        glyn glynn
        harris haris
        haydn hayden
        henrik henryk
        hollie holly
        ines inez
        isaac isaak izaak
        isabella isabela izabela
        jaden jayden jaydon
        jaime jamie
        jameel jamil jamel
        janette jeanette janet
        jarrod jared
        jasmin jasmine yasmin
        jasmina yasmina
        jimi jimmy
        josef joseph jozef
        juliana julianna
        kacey casey
        kaleb caleb
        kara cara
        karim kareem
        karl carl
        kasim qasim
        katia katya katja
        kay kaye
        keeley keely
        keiran kieran
        kelly kelli kellie
        kendal kendall
        keri kerri kerry kerrie
        keira kiera kira kyra
        killian cillian
        kristen kristin kirsten
        lauri laurie
        layla leyla leila laila lelia
        leah lea
        leanna lianna liana
        lee leigh
        leela leila
        lisbeth lizbeth
        luca lucas luka
        lucian lucien
        luisa louisa
        maddison madison
        madeleine madeline
        maher mahir
        maia maya maja
        marcela marcella
        marc mark
        mariam meriam miriam maryam
        mariana marianna
        marisa marissa
        marta martha marti
        martin martyn
        mathilda matilda
        mateo matteo
        mathias matthias
        megan meghan
        melvin melvyn
        meriel merriel
        merlin merlyn
        mervyn mervin
        michal michael mike
        mischa misha
        mirela mirella
        mollie molly
        monica monika
        natalia nataliya natalie
        natan nathan
        navid naveed
        nichole nicole
        nicoleta nicoletta
        niels nils
        oleg oleh
        oliver olivier
        olwen olwyn
        oscar oskar
        patrick patrik
        paula paola
        pauline paulina
        paulo paolo
        petar peter petr
        pavel pavol
        rahim raheem
        rafael raphael rafal
        rafaela raphaela
        rehan reyhan
        renee renie
        reuben ruben
        rhona rona
        rhonda ronda
        riaz riyaz
        roland rowland
        rosalyn roslyn rosalind
        rosanna roseanna
        rosanne roseanne
        rudi rudy
        sacha sasha
        savanna savannah
        shae shay shea
        shannon shanon
        sharon sharyn sharn
        shauna shawna
        shelley shelly
        silvio sylvio
        sofia sofie sophie sofya sophia
        sohail suhail
        sonia sonya sonja
        stacey stacy
        stanislav stanislaw
        stefanie stephanie
        susanna suzanna zuzanna
        susanne suzanne
        talia thalia
        tamsin tamsyn
        tatiana tatjana
        tegan tiegan
        teodor theodore
        teodora theodora
        teri terri terrie terry
        theresa theresia
        tomas tomasz thomas
        toni tonie
        tonia tonya tania
        trudi trudy
        tyron tyrone
        valeria valerie
        vasil vasile
        victor viktor
        victoria viktoria
        vilma wilma
        yaseen yasin
        yolanda yolande
        yosef yousef yusuf
        zaina zainab
        """;
}
