namespace PicsOnefile.Matching.People;

internal static partial class NameForms
{
    // Polish, Romanian, Lithuanian, Portuguese, Spanish and Italian short forms, and the English names that people take instead.
    private const string OfEurope = """
        agnieszka aga agnes agata
        aleksander olek alexander alex
        aleksandra ola alexandra alex
        alejandro alex alexander
        andrei andy andrew
        andrzej jedrek andrew andy
        anna ania anka anne ann
        antonio tony antony toni
        arkadiusz arek
        barbara basia baska
        bartlomiej bartek bart bartosz
        beata bea
        boguslaw bogdan
        carlos charles carl
        cristina christina cristi tina
        dariusz darek
        dorota dorotka dorothy
        edyta edith
        elzbieta ela elizabeth
        eugeniusz gienek eugene
        ewa eva eve ewelina
        ewelina evelina evelyn
        florin flo
        francisco paco frank francis
        franciszek franek frank francis
        gabriela gabi gabby
        gheorghe george gigi
        giovanni gianni john
        giuseppe beppe joseph
        grzegorz grzesiek greg gregory
        halina hala
        henryk heniek henry
        ioana joanna
        ion ionut john
        izabela iza isabel isabella
        jacek jack
        jadwiga jadzia
        jakub kuba jacob
        jan janek jasiek john
        jaroslaw jarek
        jerzy jurek george
        joanna asia aska
        joao john
        jolanta jola
        jose joe joseph pepe
        jozef jozek joseph joe
        juan john
        julita julia
        justyna justine
        katarzyna kasia kaska catherine kate
        kazimierz kazik
        krystyna krysia christine
        krzysztof krzysiek chris christopher
        leszek lech
        luis louis
        lukasz luke
        maciej maciek matthew
        magdalena magda
        malgorzata gosia gosha margaret
        manuel manny manolo
        marcin martin
        maria marysia mary
        mariusz mario
        mateusz matthew matt
        mihai michael mike
        mihaela michaela
        miguel michael mike
        mikolaj nicholas nick
        miroslaw mirek
        monika monica
        nicolae nicholas nick nicu
        paulo paul
        pavel pawel paul
        pawel pawelek paul
        pedro peter
        piotr piotrek peter
        przemyslaw przemek
        radoslaw radek
        rafal raphael
        roberto bob robert
        ryszard rysiek richard
        slawomir slawek
        stanislaw staszek stan
        stefania stefka stephanie
        sylwia sylvia
        szymon simon
        tadeusz tadek
        teresa tereska theresa
        tomasz tomek thomas tom
        vasile vasi basil
        waldemar waldek
        wieslaw wiesiek
        wladyslaw wladek
        wojciech wojtek
        zbigniew zbyszek
        zofia zosia sophie
        zuzanna zuza susan
        """;
}
