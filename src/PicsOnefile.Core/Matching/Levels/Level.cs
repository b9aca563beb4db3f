using System.Collections.Generic;
using System.Linq;
using PicsOnefile.Matching.Evidence;

namespace PicsOnefile.Matching.Levels;

/// <summary>
/// All comparison levels, in the order in which they are said within their topic. A new piece of evidence is a file beside this one, a line here, and its
/// place in the comparison of its field.
/// </summary>
internal static class Level
{
    private static readonly List<(Topic Topic, ComparisonLevel Level)> Registered = [];

    // Identifiers
    public static readonly SameMisId SameMisId = Add(Topic.Identifiers, new SameMisId());
    public static readonly MisIdWithoutZeros MisIdWithoutZeros = Add(Topic.Identifiers, new MisIdWithoutZeros());
    public static readonly SharedMisId SharedMisId = Add(Topic.Identifiers, new SharedMisId());
    public static readonly MisIdOfAnother MisIdOfAnother = Add(Topic.Identifiers, new MisIdOfAnother());
    public static readonly SameEdrs SameEdrs = Add(Topic.Identifiers, new SameEdrs());
    public static readonly OtherEdrs OtherEdrs = Add(Topic.Identifiers, new OtherEdrs());

    // People
    public static readonly Swapped Swapped = Add(Topic.People, new Swapped());
    public static readonly SameForename SameForename = Add(Topic.People, new SameForename());
    public static readonly ForenameForm ForenameForm = Add(Topic.People, new ForenameForm());
    public static readonly ForenameInitial ForenameInitial = Add(Topic.People, new ForenameInitial());
    public static readonly MiddleNameUsed MiddleNameUsed = Add(Topic.People, new MiddleNameUsed());
    public static readonly ForenameTypo ForenameTypo = Add(Topic.People, new ForenameTypo());
    public static readonly ForenameAlike ForenameAlike = Add(Topic.People, new ForenameAlike());
    public static readonly ForenameMissing ForenameMissing = Add(Topic.People, new ForenameMissing());
    public static readonly OtherForename OtherForename = Add(Topic.People, new OtherForename());
    public static readonly OtherForenameSameInitial OtherForenameSameInitial = Add(Topic.People, new OtherForenameSameInitial());
    public static readonly SurnameMissing SurnameMissing = Add(Topic.People, new SurnameMissing());
    public static readonly SameSurname SameSurname = Add(Topic.People, new SameSurname());
    public static readonly SurnamePart SurnamePart = Add(Topic.People, new SurnamePart());
    public static readonly SurnameTypo SurnameTypo = Add(Topic.People, new SurnameTypo());
    public static readonly SurnameAlike SurnameAlike = Add(Topic.People, new SurnameAlike());
    public static readonly OtherSurname OtherSurname = Add(Topic.People, new OtherSurname());
    public static readonly SameMiddleName SameMiddleName = Add(Topic.People, new SameMiddleName());
    public static readonly SameGivenNames SameGivenNames = Add(Topic.People, new SameGivenNames());
    public static readonly OtherMiddleName OtherMiddleName = Add(Topic.People, new OtherMiddleName());
    public static readonly OtherGeneration OtherGeneration = Add(Topic.People, new OtherGeneration());

    // Names as wholes
    public static readonly NameEqual NameEqual = Add(Topic.WholeNames, new NameEqual());
    public static readonly NameAgrees NameAgrees = Add(Topic.WholeNames, new NameAgrees());
    public static readonly NameLoose NameLoose = Add(Topic.WholeNames, new NameLoose());
    public static readonly NameContradicts NameContradicts = Add(Topic.WholeNames, new NameContradicts());
    public static readonly CommonName CommonName = Add(Topic.WholeNames, new CommonName());

    // Organisations
    public static readonly SameName SameName = Add(Topic.Organisations, new SameName());
    public static readonly OtherLegalForm OtherLegalForm = Add(Topic.Organisations, new OtherLegalForm());
    public static readonly OtherWordOrder OtherWordOrder = Add(Topic.Organisations, new OtherWordOrder());
    public static readonly TradingName TradingName = Add(Topic.Organisations, new TradingName());
    public static readonly NameTypo NameTypo = Add(Topic.Organisations, new NameTypo());
    public static readonly ShortenedWord ShortenedWord = Add(Topic.Organisations, new ShortenedWord());
    public static readonly ContractedWord ContractedWord = Add(Topic.Organisations, new ContractedWord());
    public static readonly FillerWords FillerWords = Add(Topic.Organisations, new FillerWords());
    public static readonly TradeMissing TradeMissing = Add(Topic.Organisations, new TradeMissing());
    public static readonly TownInName TownInName = Add(Topic.Organisations, new TownInName());
    public static readonly Acronym Acronym = Add(Topic.Organisations, new Acronym());
    public static readonly ParentInFront ParentInFront = Add(Topic.Organisations, new ParentInFront());
    public static readonly PartOfName PartOfName = Add(Topic.Organisations, new PartOfName());
    public static readonly SomeWords SomeWords = Add(Topic.Organisations, new SomeWords());
    public static readonly OtherNumber OtherNumber = Add(Topic.Organisations, new OtherNumber());
    public static readonly OtherTownInName OtherTownInName = Add(Topic.Organisations, new OtherTownInName());
    public static readonly OtherName OtherName = Add(Topic.Organisations, new OtherName());
    public static readonly LittleInCommon LittleInCommon = Add(Topic.Organisations, new LittleInCommon());
    public static readonly SeveralBranches SeveralBranches = Add(Topic.Organisations, new SeveralBranches());

    // Places
    public static readonly SamePostcode SamePostcode = Add(Topic.Places, new SamePostcode());
    public static readonly PostcodeTypo PostcodeTypo = Add(Topic.Places, new PostcodeTypo());
    public static readonly SameHouse SameHouse = Add(Topic.Places, new SameHouse());
    public static readonly SameAddress SameAddress = Add(Topic.Places, new SameAddress());
    public static readonly SameStreet SameStreet = Add(Topic.Places, new SameStreet());
    public static readonly SameOutward SameOutward = Add(Topic.Places, new SameOutward());
    public static readonly OtherPostcode OtherPostcode = Add(Topic.Places, new OtherPostcode());
    public static readonly OtherHouse OtherHouse = Add(Topic.Places, new OtherHouse());
    public static readonly OtherAddress OtherAddress = Add(Topic.Places, new OtherAddress());
    public static readonly SameDomain SameDomain = Add(Topic.Places, new SameDomain());

    // E-mail and telephone
    public static readonly SameEmail SameEmail = Add(Topic.Contacts, new SameEmail());
    public static readonly SharedEmail SharedEmail = Add(Topic.Contacts, new SharedEmail());
    public static readonly EmailFromName EmailFromName = Add(Topic.Contacts, new EmailFromName());
    public static readonly EmailAlike EmailAlike = Add(Topic.Contacts, new EmailAlike());
    public static readonly SameLocalPart SameLocalPart = Add(Topic.Contacts, new SameLocalPart());
    public static readonly DifferentEmail DifferentEmail = Add(Topic.Contacts, new DifferentEmail());
    public static readonly SameMobile SameMobile = Add(Topic.Contacts, new SameMobile());
    public static readonly SameTelephone SameTelephone = Add(Topic.Contacts, new SameTelephone());
    public static readonly SharedTelephone SharedTelephone = Add(Topic.Contacts, new SharedTelephone());
    public static readonly TelephoneAlike TelephoneAlike = Add(Topic.Contacts, new TelephoneAlike());
    public static readonly DifferentTelephone DifferentTelephone = Add(Topic.Contacts, new DifferentTelephone());

    // States
    public static readonly NotLive NotLive = Add(Topic.States, new NotLive());
    public static readonly Marked Marked = Add(Topic.States, new Marked());
    public static readonly LongLists LongLists = Add(Topic.States, new LongLists());
    public static readonly ShownByLists ShownByLists = Add(Topic.States, new ShownByLists());
    public static readonly NothingElse NothingElse = Add(Topic.States, new NothingElse());

    // Topics are said in this order.
    private enum Topic
    {
        Identifiers,
        People,
        WholeNames,
        Organisations,
        Places,
        Contacts,
        States,
    }

    /// <summary>Every level.</summary>
    public static IEnumerable<ComparisonLevel> All => Registered.Select(row => row.Level);

    /// <summary>The levels of each topic, in the order in which they are said.</summary>
    public static IEnumerable<IReadOnlyList<ComparisonLevel>> ByTopic =>
        Registered.GroupBy(row => row.Topic).OrderBy(group => group.Key).Select(group => group.Select(row => row.Level).ToArray());

    /// <summary>The levels that have at least one of the roles.</summary>
    /// <param name="roles">The roles.</param>
    public static LevelSet With(Role roles) => All.Where(level => (level.Role & roles) != 0).Aggregate(default(LevelSet), (set, level) => set | level);

    private static TLevel Add<TLevel>(Topic topic, TLevel level)
        where TLevel : ComparisonLevel
    {
        level.Set = LevelSet.Create(Registered.Count);
        Registered.Add((topic, level));
        return level;
    }
}
