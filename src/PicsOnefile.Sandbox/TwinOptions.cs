using System;
using System.Collections.Generic;
using PicsOnefile.Sandbox.Switches;
using PicsOnefile.Sandbox.World;
using PicsOnefile.Sandbox.World.Generation;

namespace PicsOnefile.Sandbox;

/// <summary>How a twin is started.</summary>
public sealed record TwinOptions
{
    /// <summary>The loopback port; 0 takes any that is free.</summary>
    public int Port { get; init; }

    /// <summary>What world to generate; also the seed of credentials and faults.</summary>
    public WorldOptions World { get; init; } = new();

    /// <summary>A world that was made or changed in the process, instead of generating one; it belongs to this twin alone from then on.</summary>
    public TwinWorld? ReadyWorld { get; init; }

    /// <summary>A folder of CSV files to read the world from, instead of generating it.</summary>
    public string? DataFolder { get; init; }

    /// <summary>Which Onefile this is: Live, Practice or Beta.</summary>
    public string Environment { get; init; } = "Live";

    /// <summary>Onefile calls a minute before 429.</summary>
    public int CallLimit { get; init; } = 300;

    public TwinSwitches Switches { get; init; } = new();

    /// <summary>PICSWeb operations that this tenant does not have, by the names of picsweb-api.md.</summary>
    public IReadOnlyCollection<string> Without { get; init; } = [];

    /// <summary>False for a tenant that has not bought the REST API.</summary>
    public bool PicsWebApi { get; init; } = true;

    /// <summary>True for a clock that only moves by hand, so that a test does not depend on its speed.</summary>
    public bool FrozenClock { get; init; }

    /// <summary>What the twin's clock follows, in place of the system's: a test whose time runs faster gives both sides the same.</summary>
    public TimeProvider? Time { get; init; }
}
