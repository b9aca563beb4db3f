namespace PicsOnefile.Onefile;

/// <summary>The customer that a token belongs to.</summary>
/// <param name="CustomerId">Onefile's ID of the customer.</param>
/// <param name="Name">The customer's name.</param>
public sealed record OnefileCustomer(string CustomerId, string Name);
