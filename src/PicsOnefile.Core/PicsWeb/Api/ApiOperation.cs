using System.Collections.Generic;

namespace PicsOnefile.PicsWeb.Api;

/// <summary>How a tenant offers one operation: an entry of the API map.</summary>
/// <param name="Rule">What the module needs to know of the operation.</param>
/// <param name="Method">GET, POST, PUT or PATCH.</param>
/// <param name="Path">With a leading slash: under the PICSWeb address. Without: under the prefix. <c>{id}</c> is replaced by the record's ID.</param>
/// <param name="Fields">The tenant's names by the module's names (letter case does not count). A name may be a path such as contact.email.</param>
internal sealed record ApiOperation(OperationRule Rule, string Method, string Path, IReadOnlyDictionary<string, string> Fields)
{
    /// <summary>The query names of a paged list, or null for a list that comes whole.</summary>
    public ApiPaging? Paging { get; init; }

    /// <summary>The path of the records (or the record) in the body; null for the body itself.</summary>
    public string? Items { get; init; }

    /// <summary>The path of the total number of records in the body.</summary>
    public string? Total { get; init; }

    /// <summary>The record's row version, which goes back in the body and is not compared.</summary>
    public string? Version { get; init; }

    /// <summary>Fields that PICSWeb changes by itself on every save, and that are therefore not compared.</summary>
    public IReadOnlyCollection<string> Volatile { get; init; } = [];

    /// <summary>True where an update may carry the changed field alone.</summary>
    public bool ChangedOnly { get; init; }

    /// <summary>True where an empty text clears a value, false where null does.</summary>
    public bool ClearsByEmptyText { get; init; }

    /// <summary>The module's names of fields that the tenant keeps as JSON numbers. A field that was read as a number goes back as one anyway.</summary>
    public IReadOnlyCollection<string> Numbers { get; init; } = [];
}

/// <summary>How a list is asked for page by page.</summary>
/// <param name="Number">The query name of the page number.</param>
/// <param name="Size">The query name of the page size, or null where there is none.</param>
/// <param name="Records">Records a page.</param>
/// <param name="First">The number of the first page.</param>
internal sealed record ApiPaging(string Number, string? Size, int Records, int First);
