using System;

namespace PicsOnefile.Matching.Levels;

/// <summary>
/// What comparing two records showed, one bit each: the agreement levels of the fields in the sense of Fellegi and Sunter, and circumstances that
/// decide what a level is worth. <see cref="SignWords"/> says each in words; the rules for Certain are written in them.
/// </summary>
/// <remarks>A missing field sets no bit: missing is not different.</remarks>
[Flags]
internal enum Sign : ulong
{
    None = 0,

    // Identifiers
    SameMisId = 1UL << 0,
    MisIdWithoutZeros = 1UL << 1,
    SharedMisId = 1UL << 2,
    MisIdOfAnother = 1UL << 3,
    SameEdrs = 1UL << 4,

    // E-mail and telephone
    SameEmail = 1UL << 5,
    SharedEmail = 1UL << 6,
    SameLocalPart = 1UL << 7,
    EmailFromName = 1UL << 8,
    DifferentEmail = 1UL << 9,
    SameMobile = 1UL << 10,
    SameTelephone = 1UL << 11,
    SharedTelephone = 1UL << 12,
    DifferentTelephone = 1UL << 13,
    TelephoneAlike = 1UL << 61,

    // Names of people
    SameForename = 1UL << 14,
    ForenameForm = 1UL << 15,
    ForenameInitial = 1UL << 16,
    MiddleNameUsed = 1UL << 17,
    ForenameTypo = 1UL << 18,
    ForenameMissing = 1UL << 19,
    OtherForename = 1UL << 20,
    SameSurname = 1UL << 21,
    SurnamePart = 1UL << 22,
    SurnameTypo = 1UL << 23,
    SurnameAlike = 1UL << 24,
    OtherSurname = 1UL << 25,
    SurnameMissing = 1UL << 62,
    Swapped = 1UL << 26,
    SameMiddleName = 1UL << 27,
    OtherMiddleName = 1UL << 28,
    OtherGeneration = 1UL << 29,
    CommonName = 1UL << 30,

    // Names of organisations
    OtherLegalForm = 1UL << 31,
    OtherWordOrder = 1UL << 32,
    NameTypo = 1UL << 33,
    TradingName = 1UL << 34,
    FillerWords = 1UL << 35,
    PartOfName = 1UL << 36,
    Acronym = 1UL << 37,
    SomeWords = 1UL << 38,
    OtherName = 1UL << 39,
    TownInName = 1UL << 40,
    OtherNumber = 1UL << 41,
    OtherTownInName = 1UL << 42,

    // Where an organisation is
    SamePostcode = 1UL << 43,
    PostcodeTypo = 1UL << 44,
    SameOutward = 1UL << 45,
    OtherPostcode = 1UL << 46,
    SameAddress = 1UL << 47,
    OtherAddress = 1UL << 48,
    OtherHouse = 1UL << 60,
    SameDomain = 1UL << 49,

    // What the names say together
    NameEqual = 1UL << 50,
    NameAgrees = 1UL << 51,
    NameLoose = 1UL << 52,
    NameContradicts = 1UL << 53,

    // States
    NotLive = 1UL << 54,
    Marked = 1UL << 55,
    NothingElse = 1UL << 56,
    SeveralOfFirm = 1UL << 57,
    ShortenedWord = 1UL << 58,
    ContractedWord = 1UL << 59,
    TradeMissing = 1UL << 63,
}
