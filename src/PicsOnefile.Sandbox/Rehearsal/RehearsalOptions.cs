using System;
using System.Collections.Generic;
using System.IO;

namespace PicsOnefile.Sandbox.Rehearsal;

/// <summary>How a rehearsal is run.</summary>
public sealed record RehearsalOptions
{
    /// <summary>The world and its switches; both runs start from them.</summary>
    public TwinOptions Twin { get; init; } = new();

    /// <summary>The built module; by default that of this checkout, which is built first.</summary>
    public string? Module { get; init; }

    /// <summary>The profile that the rehearsal saves and removes again. Rehearsals that run side by side in one process need a name each.</summary>
    public string ProfileName { get; init; } = "Rehearsal";

    /// <summary>Where cache and review files go; by default a temporary folder that is removed afterwards.</summary>
    public string? Folder { get; init; }

    /// <summary>Takes what an administrator would see.</summary>
    public TextWriter Screen { get; init; } = Console.Out;

    /// <summary>Spoils the decided rows of a review file, to prove that a mistake shows.</summary>
    public Action<List<ReviewSheetRow>>? Spoil { get; init; }

    /// <summary>Another person's hand in what was keyed in from the worklist, to prove that a mistake shows.</summary>
    public Action<Twin>? SpoilWorklist { get; init; }
}
