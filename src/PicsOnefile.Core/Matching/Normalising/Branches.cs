namespace PicsOnefile.Matching.Normalising;

/// <summary>The records of one side that bear one firm's name.</summary>
/// <param name="Records">How many there are; 1 for a single record.</param>
/// <param name="WithoutTelephone">How many of them have no telephone number.</param>
/// <param name="WithoutEmail">How many have no e-mail address.</param>
/// <param name="WithoutBoth">How many have neither.</param>
internal readonly record struct Branches(int Records, int WithoutTelephone, int WithoutEmail, int WithoutBoth);
