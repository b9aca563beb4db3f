using PicsOnefile.Matching.Evidence;

namespace PicsOnefile.Matching.Levels;

/// <summary>The sets in which comparing and classifying think; each follows from the roles of the levels.</summary>
internal static class LevelSets
{
    public static readonly LevelSet ForenamesAgree = Level.With(Role.ForenameAgrees);

    public static readonly LevelSet ForenamesDiffer = Level.With(Role.ForenameDiffers);

    public static readonly LevelSet SurnamesAgree = Level.With(Role.SurnameAgrees);

    public static readonly LevelSet NamesAgree = Level.With(Role.NameAgrees);

    public static readonly LevelSet NamesAgreeLoosely = Level.With(Role.NameAgrees | Role.NameAgreesLoosely);

    public static readonly LevelSet NamesAgreeInPart = Level.With(Role.NameAgrees | Role.NameAgreesLoosely | Role.NameAgreesInPart);

    public static readonly LevelSet SamePlace = Level.With(Role.Place);

    public static readonly LevelSet OwnNumber = Level.With(Role.OwnNumber);

    public static readonly LevelSet OwnMailbox = Level.With(Role.OwnMailbox);

    public static readonly LevelSet OwnContact = Level.With(Role.OwnNumber | Role.OwnMailbox);

    public static readonly LevelSet SecondAccount = Level.With(Role.SecondAccount);

    public static readonly LevelSet Confirms = Level.With(Role.Confirms);

    public static readonly LevelSet Denies = Level.With(Role.Denies);
}
