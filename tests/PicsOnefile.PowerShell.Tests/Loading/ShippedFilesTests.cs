using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using System.Runtime.InteropServices;
using Xunit;

namespace PicsOnefile.PowerShell.Tests.Loading;

/// <summary>What an administrator copies to a machine: everything that is needed, and nothing else.</summary>
public sealed class ShippedFilesTests
{
    private static readonly string[] CmdletReferences =
    [
        "netstandard",
        "System.Management.Automation",
        "PicsOnefile.Model",
        "PicsOnefile.Core",
        "PicsOnefile.PowerShell.Loader",
    ];

    private static readonly string[] Witnesses = ["PicsOnefile.PowerShell.Tests.dll", "PicsOnefile.Sandbox.dll"];

    // First bytes and the field that names the processor, by the formats' specifications: ELF e_machine, PE Machine, Mach-O cputype.
    private static readonly Dictionary<string, Func<byte[], bool>> Formats = new()
    {
        ["linux-x64"] = bytes => IsElf(bytes, 0x3E),
        ["linux-arm64"] = bytes => IsElf(bytes, 0xB7),
        ["win-x64"] = bytes => Machine(bytes) == System.Reflection.PortableExecutable.Machine.Amd64,
        ["win-x86"] = bytes => Machine(bytes) == System.Reflection.PortableExecutable.Machine.I386,
        ["win-arm64"] = bytes => Machine(bytes) == System.Reflection.PortableExecutable.Machine.Arm64,
        ["osx-x64"] = bytes => IsMachO(bytes, 0x01000007),
        ["osx-arm64"] = bytes => IsMachO(bytes, 0x0100000C),
    };

    public static TheoryData<string> Platforms => [.. Formats.Keys];

    // Two packages give their files other names.
    private static readonly Dictionary<string, string> PackagesOfOtherNames = new()
    {
        ["Microsoft.Data.Sqlite"] = "Microsoft.Data.Sqlite.Core",
        ["SQLitePCLRaw.batteries_v2"] = "SQLitePCLRaw.bundle_e_sqlite3",
        ["e_sqlite3"] = "SQLitePCLRaw.lib.e_sqlite3",
    };

    [Fact]
    public void The_notices_name_every_package_whose_files_are_shipped_with_the_licence_s_text()
    {
        var notices = File.ReadAllText(Path.Combine(BuiltModule.Folder, "THIRD-PARTY-NOTICES.txt"));
        var strangers = Directory
            .GetFiles(Path.Combine(BuiltModule.Folder, "Dependencies"), "*.dll", SearchOption.AllDirectories)
            .Select(path => Path.GetFileNameWithoutExtension(path))
            .Where(name => !name.StartsWith("PicsOnefile.", StringComparison.Ordinal))
            .Distinct()
            .ToList();
        Assert.True(strangers.Count > 10);
        Assert.All(strangers, name =>
            Assert.Matches($"(?m)^{System.Text.RegularExpressions.Regex.Escape(PackagesOfOtherNames.GetValueOrDefault(name, name))} [0-9]", notices)
        );
        Assert.All(
            (string[])
                [
                    "Permission is hereby granted, free of charge",
                    "TERMS AND CONDITIONS FOR USE, REPRODUCTION, AND DISTRIBUTION",
                    "Redistribution and use in source and binary forms",
                ],
            text => Assert.Contains(text, notices, StringComparison.Ordinal)
        );
    }

    [Fact]
    public void The_module_holds_exactly_the_listed_files()
    {
        var shipped = Directory
            .GetFiles(BuiltModule.Folder, "*", SearchOption.AllDirectories)
            .Select(path => Path.GetRelativePath(BuiltModule.Folder, path).Replace('\\', '/'));
        Assert.Equal(BuiltModule.Listed.Order(StringComparer.Ordinal), shipped.Order(StringComparer.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Platforms))]
    public void SQLite_is_there_for_the_platform_and_its_processor(string platform)
    {
        string library = platform.Split('-')[0] switch
        {
            "win" => "e_sqlite3.dll",
            "osx" => "libe_sqlite3.dylib",
            _ => "libe_sqlite3.so",
        };
        byte[] bytes = File.ReadAllBytes(BuiltModule.PathOf($"Dependencies/runtimes/{platform}/native/{library}"));
        Assert.True(Formats[platform](bytes), $"{library} of {platform} starts with {Convert.ToHexString(bytes, 0, 8)}.");
    }

    [Fact]
    public void No_platform_is_shipped_that_no_test_looks_at() =>
        Assert.Equal(
            Formats.Keys.Order(),
            BuiltModule
                .Listed.Where(file => file.StartsWith("Dependencies/runtimes/", StringComparison.Ordinal))
                .Select(file => file.Split('/')[2])
                .Distinct()
                .Order()
        );

    [Fact]
    public void PowerShell_7_is_never_served_an_assembly_that_NET_10_carries()
    {
        var carried = Directory
            .GetFiles(RuntimeEnvironment.GetRuntimeDirectory(), "*.dll")
            .Select(path => Path.GetFileName(path))
            .ToHashSet(StringComparer.OrdinalIgnoreCase);
        Assert.Contains("System.Memory.dll", carried);
        Assert.DoesNotContain(Directory.GetFiles(BuiltModule.PathOf("Dependencies"), "*.dll").Select(path => Path.GetFileName(path)), carried.Contains);
        Assert.All(Directory.GetFiles(BuiltModule.PathOf("Dependencies/Desktop"), "*.dll").Select(path => Path.GetFileName(path)), file =>
            Assert.Contains(file, carried)
        );
    }

    [Fact]
    public void The_cmdlets_refer_to_no_third_party_assembly() => Assert.Empty(References("PicsOnefile.PowerShell.dll").Except(CmdletReferences));

    [Fact]
    public void What_a_user_holds_refers_to_nothing_but_the_standard() => Assert.Equal(["netstandard"], References("PicsOnefile.Model.dll"));

    [Fact]
    public void The_core_knows_nothing_of_PowerShell() =>
        Assert.DoesNotContain(References("Dependencies/PicsOnefile.Core.dll"), name =>
            name.Contains("Automation", StringComparison.Ordinal) || name.StartsWith("PicsOnefile.PowerShell", StringComparison.Ordinal)
        );

    [Fact]
    public void These_tests_and_the_twin_refer_to_nothing_of_the_module()
    {
        var known = Witnesses.ToDictionary(file => file, file => References(Path.Combine(AppContext.BaseDirectory, file)));
        Assert.All(known.Values, names =>
            Assert.DoesNotContain(names, name =>
                name is "PicsOnefile.Model" or "PicsOnefile.Core" or "PicsOnefile.PowerShell" or "PicsOnefile.PowerShell.Loader"
            )
        );
        Assert.Contains("PicsOnefile.Sandbox", known["PicsOnefile.PowerShell.Tests.dll"]);
        Assert.False(File.Exists(Path.Combine(AppContext.BaseDirectory, "PicsOnefile.Core.dll")));
    }

    private static List<string> References(string file)
    {
        using var reader = new PEReader(File.OpenRead(Path.IsPathRooted(file) ? file : BuiltModule.PathOf(file)));
        var metadata = reader.GetMetadataReader();
        return [.. metadata.AssemblyReferences.Select(handle => metadata.GetString(metadata.GetAssemblyReference(handle).Name))];
    }

    private static bool IsElf(byte[] bytes, int machine) => bytes.AsSpan().StartsWith("\u007fELF"u8) && BitConverter.ToUInt16(bytes, 18) == machine;

    private static bool IsMachO(byte[] bytes, int processor) => BitConverter.ToUInt32(bytes, 0) == 0xFEEDFACF && BitConverter.ToInt32(bytes, 4) == processor;

    private static Machine? Machine(byte[] bytes)
    {
        if (!bytes.AsSpan().StartsWith("MZ"u8))
            return null;
        using var reader = new PEReader(new MemoryStream(bytes));
        return reader.PEHeaders.CoffHeader.Machine;
    }
}
