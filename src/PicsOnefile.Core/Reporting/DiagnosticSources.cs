using System;
using System.Collections.Generic;
using PicsOnefile.Cache;
using PicsOnefile.Errors;
using PicsOnefile.PicsWeb;

namespace PicsOnefile.Reporting;

/// <summary>The sources of a diagnostic. Many of them identify the customer; <see cref="DiagnosticText"/> takes only what does not.</summary>
public sealed record DiagnosticSources
{
    /// <summary>When it is made.</summary>
    public DateTimeOffset MadeAt { get; init; } = TimeProvider.System.GetUtcNow();

    /// <summary>The version of the module.</summary>
    public required Version ModuleVersion { get; init; }

    /// <summary>PowerShell's version.</summary>
    public required string ShellVersion { get; init; }

    /// <summary>PowerShell's edition: Core or Desktop.</summary>
    public required string ShellEdition { get; init; }

    /// <summary>PowerShell's language mode: FullLanguage, or what a policy makes of it.</summary>
    public required string LanguageMode { get; init; }

    /// <summary>The cmdlets of the module.</summary>
    public required IReadOnlyCollection<string> Cmdlets { get; init; }

    /// <summary>The IDs of the errors that the module's cmdlets wrote in this session.</summary>
    public IReadOnlyList<string> ErrorIds { get; init; } = [];

    /// <summary>The open connection, or null.</summary>
    public PicsOnefileConnection? Connection { get; init; }

    /// <summary>What PICSWeb offers of the API map, as the connection knows it; null without one.</summary>
    public IReadOnlyDictionary<PicsWebOperation, OperationAvailability>? Operations { get; init; }

    /// <summary>The settings; null where none were looked at, or where they cannot be read.</summary>
    public PicsOnefileProfile? Profile { get; init; }

    /// <summary>The counts of the mapping cache. Null where the cache was not looked at, has no file, or cannot be read.</summary>
    public CacheStatistics? Cache { get; init; }

    /// <summary>What could not be read for the diagnostic itself.</summary>
    public IReadOnlyList<PicsOnefileException> NotRead { get; init; } = [];

    /// <summary>The findings of the readiness rules; null where they were not asked.</summary>
    public IReadOnlyList<Finding>? Findings { get; init; }
}
