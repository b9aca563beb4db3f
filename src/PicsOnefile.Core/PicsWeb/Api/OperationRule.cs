using System.Collections.Generic;

namespace PicsOnefile.PicsWeb.Api;

/// <summary>What an entry of the API map may say, by the kind of call it describes.</summary>
internal enum OperationShape
{
    SignIn,
    List,
    Record,
    Update,
    Create,
    Command,
}

/// <summary>What the module needs to know of an operation, whatever a tenant's map says about it.</summary>
/// <param name="Operation">The operation.</param>
/// <param name="Name">Its name in the API map.</param>
/// <param name="Shape">The kind of call.</param>
/// <param name="TakesId">Whether the path holds <c>{id}</c>.</param>
/// <param name="Fields">The module's names of the fields that the entry may map.</param>
/// <param name="Needed">Those without which the operation is of no use.</param>
/// <param name="Instead">What the administrator can do where the tenant does not offer it.</param>
internal sealed record OperationRule(
    PicsWebOperation Operation,
    string Name,
    OperationShape Shape,
    bool TakesId,
    IReadOnlyList<string> Fields,
    IReadOnlyList<string> Needed,
    string Instead
);
