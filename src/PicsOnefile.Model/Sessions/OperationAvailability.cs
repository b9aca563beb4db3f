namespace PicsOnefile;

/// <summary>Whether PICSWeb's API offers an operation of the API map.</summary>
public enum OperationAvailability
{
    /// <summary>The tenant's OpenAPI document has the route.</summary>
    Available,

    /// <summary>The tenant's OpenAPI document does not have the route, or the tenant has no API.</summary>
    Missing,

    /// <summary>The tenant serves no OpenAPI document: the first call decides.</summary>
    Unverified,
}
