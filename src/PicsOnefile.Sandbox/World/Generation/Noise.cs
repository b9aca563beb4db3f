using System;
using System.Collections.Generic;

namespace PicsOnefile.Sandbox.World.Generation;

/// <summary>How much the two systems disagree.</summary>
public enum NoiseLevel
{
    Low,
    Middle,
    High,
}

/// <summary>The shares of one noise level, in per cent of the records.</summary>
public sealed record Noise
{
    public double OnBothSides { get; init; }

    public double ForenameForm { get; init; }

    public double SurnameChanged { get; init; }

    public double TypingError { get; init; }

    public double ForenameSwappedOrEmpty { get; init; }

    public double EmailMissing { get; init; }

    public double EmailDifferent { get; init; }

    public double TelephoneMissing { get; init; }

    public double TelephoneDifferent { get; init; }

    /// <summary>MIS Value of the right account equal to the Ident, with one centre.</summary>
    public double MisIdPresent { get; init; }

    /// <summary>The same with several centres, per account: an administrator began to fill them in.</summary>
    public double MisIdPresentInSeveralCentres { get; init; }

    public double Namesake { get; init; }

    public double FirmNameForm { get; init; }

    public double FirmTypingError { get; init; }

    public double AddressDifferentOrMissing { get; init; }

    public double Branch { get; init; }

    public double SharedAddress { get; init; }

    public double Archived { get; init; }

    public double Twice { get; init; }

    /// <summary>VQ References that are wrong, and that are empty, of the standards' components.</summary>
    public double VqReferenceWrong { get; init; }

    public double VqReferenceEmpty { get; init; }

    /// <summary>Additional IDs that already hold the right link, with one centre.</summary>
    public double AlreadyLinked { get; init; }

    /// <summary>Additional IDs that hold the ID of another e-portfolio.</summary>
    public double OtherPortfolioId { get; init; }

    public static IReadOnlyDictionary<NoiseLevel, Noise> Levels { get; } =
        new Dictionary<NoiseLevel, Noise>
        {
            [NoiseLevel.Low] = new()
            {
                OnBothSides = 95,
                ForenameForm = 3,
                SurnameChanged = 0.5,
                TypingError = 1,
                ForenameSwappedOrEmpty = 0.5,
                EmailMissing = 5,
                EmailDifferent = 2,
                TelephoneMissing = 10,
                TelephoneDifferent = 3,
                MisIdPresent = 20,
                MisIdPresentInSeveralCentres = 50,
                Namesake = 0.5,
                FirmNameForm = 10,
                FirmTypingError = 1,
                AddressDifferentOrMissing = 10,
                Branch = 5,
                SharedAddress = 1,
                Archived = 5,
                Twice = 0.5,
                VqReferenceWrong = 5,
                VqReferenceEmpty = 15,
                AlreadyLinked = 5,
                OtherPortfolioId = 1,
            },
            [NoiseLevel.Middle] = new()
            {
                OnBothSides = 85,
                ForenameForm = 8,
                SurnameChanged = 2,
                TypingError = 4,
                ForenameSwappedOrEmpty = 2,
                EmailMissing = 15,
                EmailDifferent = 8,
                TelephoneMissing = 30,
                TelephoneDifferent = 10,
                MisIdPresent = 5,
                MisIdPresentInSeveralCentres = 20,
                Namesake = 1,
                FirmNameForm = 30,
                FirmTypingError = 4,
                AddressDifferentOrMissing = 25,
                Branch = 10,
                SharedAddress = 2,
                Archived = 10,
                Twice = 2,
                VqReferenceWrong = 20,
                VqReferenceEmpty = 30,
                AlreadyLinked = 3,
                OtherPortfolioId = 2,
            },
            [NoiseLevel.High] = new()
            {
                OnBothSides = 70,
                ForenameForm = 15,
                SurnameChanged = 4,
                TypingError = 8,
                ForenameSwappedOrEmpty = 5,
                EmailMissing = 35,
                EmailDifferent = 20,
                TelephoneMissing = 50,
                TelephoneDifferent = 20,
                MisIdPresent = 0,
                MisIdPresentInSeveralCentres = 5,
                Namesake = 3,
                FirmNameForm = 50,
                FirmTypingError = 8,
                AddressDifferentOrMissing = 40,
                Branch = 20,
                SharedAddress = 4,
                Archived = 15,
                Twice = 4,
                VqReferenceWrong = 30,
                VqReferenceEmpty = 50,
                AlreadyLinked = 0,
                OtherPortfolioId = 3,
            },
        };

    public static Noise For(NoiseLevel level) => Levels.TryGetValue(level, out var noise) ? noise : throw new ArgumentOutOfRangeException(nameof(level));
}

/// <summary>What world to generate.</summary>
public sealed record WorldOptions
{
    public int Seed { get; init; } = 1;

    public int Centres { get; init; } = 1;

    /// <summary>People who have an assessor's account in Onefile; there are about as many officers.</summary>
    public int Assessors { get; init; } = 60;

    /// <summary>Organisations that have a placement in Onefile; there are about as many organisations in PICSWeb.</summary>
    public int Placements { get; init; } = 40;

    /// <summary>Apprenticeship standards on the centres' own lists.</summary>
    public int Standards { get; init; } = 12;

    /// <summary>Learners that wait for their enrolment; at least as many as cover every live record are made.</summary>
    public int Learners { get; init; }

    /// <summary>Waiting learners who already have an account in Onefile that PICSWeb does not know of: their enrolment makes a duplicate learner.</summary>
    public int ExistingLearners { get; init; }

    public NoiseLevel Noise { get; init; } = NoiseLevel.Middle;

    /// <summary>Typing errors in every record that both systems have, besides what the noise level makes.</summary>
    public int ErrorsInRecord { get; init; }

    /// <summary>Other portfolios' IDs are also at officers and organisations who exist in Onefile, so that linking them means overwriting.</summary>
    public bool OtherPortfolioIdsOnBothSides { get; init; }

    /// <summary>
    /// VQ References of standards with pathways are as often wrong or empty as others; by default they are right, because a code that fits several Onefile
    /// standards is for a person to decide.
    /// </summary>
    public bool PathwayReferencesWrong { get; init; }

    /// <summary>Former customer of PICS Desktop: the first daily sync also uploads the officers of learners who are in Onefile already.</summary>
    public bool DesktopCustomer { get; init; }
}
