namespace PicsOnefile.Matching.Evidence;

/// <summary>What two lists show of their e-mail addresses and telephone numbers as wholes.</summary>
/// <param name="Records">How many records both sides have together.</param>
/// <param name="UnseenEmails">How many others are expected to have an address that nobody else of the lists has.</param>
/// <param name="UnseenTelephones">How many others are expected to have a number that nobody else of the lists has.</param>
/// <param name="OfNamesakes">The share of namesakes who have one address made of their name.</param>
internal sealed record ContactFrequencies(int Records, double UnseenEmails, double UnseenTelephones, double OfNamesakes);
