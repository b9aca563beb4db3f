using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Management.Automation;
using System.Reflection;

namespace PicsOnefile.Framework;

/// <summary>What Windows PowerShell 5.1 does with a binary module, in its order.</summary>
internal static class WindowsPowerShell
{
    // PowerShell asks every exported type whether it is one. Mono would want the types of all fields for an answer, which the framework does not, so the
    // module's own is named here; that nothing more is needed before it runs is tested by the assembly's metadata.
    private const string Initializer = "PicsOnefile.PowerShell.Loading.ModuleLifetime";

    /// <summary>Imports the module and answers the names of its cmdlets.</summary>
    public static IReadOnlyList<string> Import(string module)
    {
        var face = Assembly.LoadFrom(Path.Combine(module, "PicsOnefile.PowerShell.dll"));
        var types = face.GetExportedTypes();
        ((IModuleAssemblyInitializer)Activator.CreateInstance(types.Single(type => type.FullName == Initializer))).OnImport();
        var cmdlets = new List<string>();
        foreach (var type in types.Where(type => !type.IsAbstract && typeof(Cmdlet).IsAssignableFrom(type)))
        {
            // As it is written down: the attributes of PowerShellStandard keep nothing.
            var named = type.GetCustomAttributesData().Single(attribute => attribute.AttributeType == typeof(CmdletAttribute));
            cmdlets.Add($"{named.ConstructorArguments[0].Value}-{named.ConstructorArguments[1].Value}");
            // Get-Command and the binder make each cmdlet and look at its parameters.
            _ = type.GetProperties()
                .Where(property => property.GetCustomAttributes<ParameterAttribute>().Any())
                .Select(property => property.PropertyType.FullName)
                .ToList();
            using var made = Activator.CreateInstance(type) as IDisposable;
        }
        return cmdlets;
    }
}
