using System;

namespace PicsOnefile;

/// <summary>A running sandbox: a made-up PICSWeb and a made-up Onefile on this computer. It holds no secret.</summary>
public sealed record PicsOnefileSandbox
{
    /// <summary>The ID of its process.</summary>
    public int Id { get; init; }

    /// <summary>The name that it is connected under: the ProfileName of everything that was read from it.</summary>
    public string ProfileName { get; init; } = "";

    /// <summary>The environment that its Onefile is.</summary>
    public OnefileEnvironment Environment { get; init; }

    /// <summary>The seed of its records: the same seed and size make the same records.</summary>
    public int Seed { get; init; }

    /// <summary>How many centres its Onefile has.</summary>
    public int Centres { get; init; }

    /// <summary>How many people have an assessor's account, archived ones included.</summary>
    public int Assessors { get; init; }

    /// <summary>How many placements its Onefile has.</summary>
    public int Placements { get; init; }

    /// <summary>Its Onefile's base address, on this computer.</summary>
    public string OnefileAddress { get; init; } = "";

    /// <summary>Its PICSWeb's address, on this computer; null where its PICSWeb has no API.</summary>
    public string? PicsWebAddress { get; init; }

    /// <summary>The address at which it is told what to do besides: enrol learners, edit a record, inject a fault.</summary>
    public string ControlAddress { get; init; } = "";

    /// <summary>The folder of the program.</summary>
    public string Path { get; init; } = "";

    /// <summary>The folder of its mapping cache and its exported lists. The folder goes when the sandbox ends.</summary>
    public string Folder { get; init; } = "";

    /// <summary>When it was started.</summary>
    public DateTimeOffset StartedAt { get; init; }

    /// <summary>Describes it in few words: where its Onefile and its PICSWeb are.</summary>
    public override string ToString() => Described.By(OnefileAddress, PicsWebAddress);
}
