using System.Collections.Generic;
using System.Linq;
using PicsOnefile.Matching.Evidence;
using PicsOnefile.Matching.Levels;

namespace PicsOnefile.Matching.Learning;

/// <summary>
/// How often each level holds among pairs that are one, where both sides filled the field in: what is thought before the lists are seen. The levels of one
/// field make 1 together.
/// </summary>
/// <remarks>Estimates, rounded: administrative lists of British staff and employers. The weights of the levels are made with the same figures.</remarks>
internal static class LevelShares
{
    /// <summary>The fields, each with its levels: how often they hold, and how much they speak for a pair, as a rank.</summary>
    public static readonly IReadOnlyList<Field> Table =
    [
        new(
            (Level.SameForename, 0.82, 5),
            (Level.ForenameForm, 0.08, 4),
            (Level.ForenameTypo, 0.025, 3),
            (Level.ForenameInitial, 0.04, 2),
            (Level.MiddleNameUsed, 0.015, 1),
            (Level.ForenameAlike, 0.01, 1),
            (Level.OtherForenameSameInitial | Level.OtherForename, 0.01, -1)
        ),
        new(
            (Level.SameSurname, 0.93, 4),
            (Level.SurnamePart, 0.01, 3),
            (Level.SurnameTypo, 0.025, 2),
            (Level.SurnameAlike, 0.01, 1),
            (Level.OtherSurname, 0.025, -1)
        ),
        new(
            (Level.SameEmail, 0.7, 3),
            (Level.SharedEmail, 0.1, 2),
            (Level.SameLocalPart, 0.02, 1),
            (Level.EmailAlike, 0.03, 1),
            (Level.DifferentEmail, 0.15, -1)
        ),
        new(
            (Level.SameMobile | Level.SameTelephone, 0.7, 3),
            (Level.SharedTelephone, 0.07, 2),
            (Level.TelephoneAlike, 0.03, -1),
            (Level.DifferentTelephone, 0.2, -2)
        ),
        new(
            (Level.SameName, 0.6, 8),
            (Level.NameTypo, 0.05, 7),
            (Level.ShortenedWord | Level.ContractedWord, 0.05, 6),
            (Level.FillerWords | Level.TownInName, 0.1, 5),
            (Level.TradeMissing, 0.05, 4),
            (Level.PartOfName | Level.ParentInFront, 0.06, 3),
            (Level.SomeWords | Level.LittleInCommon, 0.05, -1),
            (Level.OtherName, 0.02, -2)
        ),
        new(
            (Level.OtherHouse, 0.03, -1),
            (Level.SameHouse, 0.4, 4),
            (Level.SamePostcode, 0.3, 3),
            (Level.PostcodeTypo | Level.SameAddress | Level.SameStreet, 0.03, 2),
            (Level.SameOutward, 0.05, 1),
            (Level.OtherPostcode, 0.12, -2)
        ),
    ];

    /// <summary>The levels of one field.</summary>
    internal sealed class Field
    {
        public Field(params (LevelSet Levels, double Share, int Rank)[] rows)
        {
            Rows = rows;
            All = rows.Aggregate(default(LevelSet), (all, row) => all | row.Levels);
        }

        /// <summary>The levels, or groups of them, how often they hold, and their ranks.</summary>
        public IReadOnlyList<(LevelSet Levels, double Share, int Rank)> Rows { get; }

        /// <summary>All levels of the field.</summary>
        public LevelSet All { get; }

        /// <summary>The row of the level that holds; -1 where none does.</summary>
        public int Find(LevelSet levels)
        {
            if (!levels.HasAny(All))
                return -1;
            for (var row = 0; row < Rows.Count; row++)
            {
                if (levels.HasAny(Rows[row].Levels))
                    return row;
            }

            return -1;
        }

        /// <summary>How much the level that holds speaks for a pair; 0 where none does.</summary>
        public int Rank(LevelSet levels) => Find(levels) is >= 0 and var row ? Rows[row].Rank : 0;
    }
}
