using System;
using System.Collections.Generic;

namespace PicsOnefile.Matching.Organisations;

/// <summary>Short forms in the names of firms, schools, trusts and councils, and the words that every other name has as well.</summary>
internal static class Abbreviations
{
    private static readonly Dictionary<string, string[]> Table = Read("""
        acad academy
        accts accountants
        acctcy accountancy
        admin administration
        agric agricultural
        assoc associates
        assocs associates
        assn association
        bc borough council
        bldg building
        bldrs builders
        bros brothers
        bus business
        cath catholic
        cc council
        center centre
        ce church england
        cofe church england
        coe church england
        chem chemical
        ctr centre
        cntr centre
        comm community
        comms communications
        comp comprehensive
        const construction
        constr construction
        consult consulting
        contr contractors
        coll college
        conf conference
        dc district council
        dept department
        dev development
        devt development
        dist distribution
        distrib distribution
        div division
        edn education
        educ education
        elec electrical
        electr electrical
        emp employment
        eng engineering
        engr engineering
        engrg engineering
        engs engineering
        ent enterprises
        entp enterprises
        equip equipment
        est estate
        ests estates
        fab fabrication
        fabs fabrications
        fac facilities
        fin financial
        fndn foundation
        fdn foundation
        ft foundation trust
        gen general
        gov government
        govt government
        grp group
        hlth health
        hldgs holdings
        hldg holdings
        hosp hospital
        hse house
        hsg housing
        htl hotel
        inds industries
        ind industries
        inf infant
        info information
        ins insurance
        inst institute
        instal installations
        intl international
        int international
        internat international
        invs investments
        jnr junior
        jun junior
        la local authority
        lab laboratory
        labs laboratories
        lbc london borough council
        log logistics
        mach machinery
        maint maintenance
        manf manufacturing
        mbc metropolitan borough council
        mdc metropolitan district council
        mech mechanical
        med medical
        mfg manufacturing
        mfr manufacturing
        mgmt management
        mgt management
        mkt market
        mktg marketing
        mt mount
        mtrs motors
        nat national
        natl national
        nurs nursery
        opt optician
        org organisation
        organization organisation
        pharm pharmacy
        phys physiotherapy
        prec precision
        prep preparatory
        pri primary
        prim primary
        prod products
        prods products
        prop property
        props properties
        psych psychology
        rc roman catholic
        rd road
        rec recruitment
        recruit recruitment
        refrig refrigeration
        reg regional
        ret retail
        sch school
        sci science
        scot scotland
        soc society
        sol solicitors
        solrs solicitors
        solns solutions
        spec special
        sq square
        st saint
        sta station
        std standard
        sup supplies
        supp supplies
        surg surgery
        svc services
        svcs services
        serv services
        servs services
        sys systems
        tech technology
        technol technology
        trans transport
        transp transport
        trng training
        ua unitary authority
        uni university
        univ university
        utd united
        vet veterinary
        vets veterinary
        vol voluntary
        whse warehouse
        wks works
        yng young
        yth youth
        one 1
        two 2
        three 3
        four 4
        five 5
        six 6
        seven 7
        eight 8
        nine 9
        ten 10
        ii 2
        iii 3
        iv 4
        vi 6
        vii 7
        viii 8
        sixth 6th
        vith 6th
        bde brigade
        cab taxi
        cabs taxis
        chiro chiropractic
        first 1st
        second 2nd
        third 3rd
        cyngor council
        ysgol school
        ysbyty hospital
        prifysgol university
        coleg college
        """);

    // Left out of every name.
    private static readonly HashSet<string> Dropped = Words("& and the of a an in at for y yr a'r ar");

    // Where two names differ in these alone, they are probably one; they are no proof of it either.
    private static readonly HashSet<string> Fillers = Words("""
        administration authority borough british certified chartered city co company corporate council county district england english europe gb group
        incorporating international liquidation local london metropolitan midland national north partner partnership practice professional regional
        registered royal school scotland service solution uk unitary united wale
        """);

    // What is written behind a name by one and left out by another, and tells no firm from another at one place.
    private static readonly HashSet<string> Endings = Words("administration co company gb liquidation partner receivership uk");

    // A school of one faith is another than that of another faith in the same parish; one list may leave the faith out.
    private static readonly HashSet<string> Faiths = Words("catholic church england hindu islamic jewish methodist muslim roman sikh");

    // Words of a trade or an institution: hundreds of names have them, even where a short list has only one.
    private static readonly HashSet<string> Trades = Words("""
        abattoir academy access accountancy accountant advice advocacy aerospace agency aggregate agricultural agriculture alarm ambulance animal
        antique aquatic arboriculture architect architectural architecture art arts asphalt associate association audiology autism automotive aviation
        baker bakery bank bar barber bathroom beauty bicycle bike blind boat boiler bookkeeping brewery brickwork broadband broker brother builder
        building bureau bus business butcher butchery cabinet cafe camping car caravan care carpenter carpentry carpet casting catering cathedral
        catholic cattery centre chemist childcare chiropody chiropractic church cinema civil cleaner cleaning clinic clothing club coach coating
        coffee college commercial community computer concrete conservatory construction consultant consulting contracting contractor convenience
        conveyancing council counselling courier crane creche cricket curtain cycle cycling dairy dance data day decorating decorator demolition
        dental dentist dentistry design development digital disability distillery distribution domiciliary drainage drama driving drycleaner early
        electric electrical electrician electronic employment energy engineer engineering enterprise equestrian equipment estate event excavation
        fabrication fabricator family farm farmer fencing finance financial fire fishery fitness fitter fitting flooring florist food football
        footwear forestry forge foundation foundry freight furniture gallery garage garden gas glass glazing golf grammar greengrocer grocer grocery
        groundwork group gym gymnastic hair hairdressing haulage haulier health healthcare heating heritage high hire holding holiday home homecare
        hospice hospital hospitality hotel house housing hydraulic independent industry infant infrastructure inn instrument insulation insurance
        interior internet investment ironwork jeweller jewellery joiner joinery junior kennel kid kindergarten kitchen landscape laundry law learning
        lease leasing legal leisure letting library lift lighting little living locksmith lodge logistics machine machinery machining maintenance
        management manufacturing marine marketing masonry meat mechanical media medical medicine metal minibus mobile montessori mortgage motor
        motorcycle museum music nail newsagent nhs nursery nursing office optical optician optometry orchard osteopathy packaging paint painting
        parish park paving payroll pension personnel pest pet pharmacy photographer photography physiotherapy pipework plant plaster plasterer
        plastering plastic playgroup plumber plumbing podiatry pool pottery poultry powder pre precision preschool primary print printing product
        professional project property pub pump quarry rail railway recruitment recycling refrigeration removal renewable rental repair rescue
        residential restaurant restoration retail retirement riding rigging road roman roofer roofing rubber rugby sailing salon sawmill scaffold
        scaffolding school seafood secondary security seed service sewing shipping shop sign signage site sixth skip social society software solar
        solicitor solution spa special sport stable staff stage stationery steel stone stonemason store studio supermarket supply support surgery
        surveying surveyor swimming system tailor tailoring tattoo tax taxi taxidermy technical technology telecom telecommunication tennis textile
        theatre therapy timber tool toolmaking tour tourism toy trade training transport travel tree truck trust tyre university upholstery vehicle
        vending ventilation vet veterinary video view village vineyard vision warehouse waste water way wealth web wedding welding welfare wholesale
        window winery wood work year youth
        """);

    /// <summary>The words that a word stands for: its long form, without a plural s. Empty for a word that is left out.</summary>
    public static IEnumerable<string> Expand(string word)
    {
        if (Dropped.Contains(word))
            yield break;
        if (!Table.TryGetValue(word, out var expanded))
        {
            yield return Singular(word);
            yield break;
        }

        foreach (var part in expanded)
            yield return Singular(part);
    }

    /// <summary>True for a word in which names of one firm often differ.</summary>
    public static bool IsFiller(string word) => Fillers.Contains(word);

    /// <summary>True for a filler that stands behind names and means nothing there: &amp; Co, (UK), in administration.</summary>
    public static bool IsEnding(string word) => Endings.Contains(word);

    /// <summary>True for the faith of a school.</summary>
    public static bool IsFaith(string word) => Faiths.Contains(word);

    /// <summary>True for a word that names a trade or an institution.</summary>
    public static bool IsTrade(string word) => Trades.Contains(word);

    /// <summary>A word without a plural s: names are written with and without it.</summary>
    public static string Singular(string word) =>
        word.Length < 4 || word[word.Length - 1] != 's' || word[word.Length - 2] is 's' or 'u' or 'i' ? word
            : word.EndsWith("ies", StringComparison.Ordinal) && word.Length > 5 ? word.Substring(0, word.Length - 3) + "y"
            : word.Substring(0, word.Length - 1);

    private static Dictionary<string, string[]> Read(string table)
    {
        var read = new Dictionary<string, string[]>(StringComparer.Ordinal);
        foreach (var line in table.Split(['\n', '\r'], StringSplitOptions.RemoveEmptyEntries))
        {
            var words = line.Trim().Split([' '], StringSplitOptions.RemoveEmptyEntries);
            if (words.Length > 1)
                read[words[0]] = words.AsSpan(1).ToArray();
        }

        return read;
    }

    private static HashSet<string> Words(string table) => new(table.Split([' ', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries), StringComparer.Ordinal);
}
