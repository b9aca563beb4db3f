using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Management.Automation.Language;
using Mono.Cecil;
using PicsOnefile.PowerShell.Tests.Loading;

namespace PicsOnefile.PowerShell.Tests.Scripts;

/// <summary>The members of .NET Framework 4.7.2 and of Windows PowerShell 5.1, by name, from their reference assemblies.</summary>
internal static class FrameworkMembers
{
    private static readonly Lazy<Dictionary<string, HashSet<string>>> Types = new(Read);

    /// <summary>Finds whether a type that a script names has a static member of this name. A type of the module, or of a script, is not looked at.</summary>
    public static bool Has(ITypeName type, string member) =>
        type.GetReflectionType() is not { FullName: { } name } here
        || here.Assembly.GetName().Name?.StartsWith("PicsOnefile", StringComparison.Ordinal) == true
        || member == "new"
        || (Types.Value.TryGetValue(name.Split('[')[0], out var members) && members.Contains(member));

    private static Dictionary<string, HashSet<string>> Read()
    {
        var types = new Dictionary<string, HashSet<string>>(StringComparer.Ordinal);
        // The parts of System.EnterpriseServices are native, and a module without a manifest.
        foreach (
            var file in FrameworkResolver
                .Framework.SelectMany(folder => Directory.GetFiles(folder, "*.dll"))
                .Where(file => !Path.GetFileName(file).StartsWith("System.EnterpriseServices.", StringComparison.Ordinal))
        )
        {
            using var module = ModuleDefinition.ReadModule(file);
            foreach (var type in module.Types.Where(type => type.IsPublic))
            {
                var names = type
                    .Methods.Where(method => method.IsStatic)
                    .Select(method => method.Name)
                    .Concat(type.Properties.Select(property => property.Name))
                    .Concat(type.Fields.Select(field => field.Name));
                if (!types.TryGetValue(type.FullName, out var members))
                    types[type.FullName] = members = new(StringComparer.OrdinalIgnoreCase);
                members.UnionWith(names);
                // Static members come down to the types below, as ReferenceEquals does.
                members.UnionWith(["Equals", "ReferenceEquals"]);
                if (type.IsEnum)
                    members.UnionWith(["Parse", "GetNames", "GetValues"]);
            }
        }
        return types;
    }
}
