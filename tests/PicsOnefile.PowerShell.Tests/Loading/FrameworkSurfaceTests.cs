using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using Mono.Cecil;
using Xunit;

namespace PicsOnefile.PowerShell.Tests.Loading;

/// <summary>
/// What Windows PowerShell 5.1 would stumble over, read from metadata: every type and member that the module's assemblies mention exists in .NET Framework
/// 4.7.2, in Windows PowerShell 5.1, or in another assembly of the module. (Mono's API is only nearly the framework's.)
/// </summary>
public sealed class FrameworkSurfaceTests
{
    private const string Loader = "PicsOnefile.PowerShell.Loader";

    [Fact]
    public void Every_member_that_the_module_mentions_exists_on_the_framework()
    {
        using var framework = new FrameworkResolver();
        Assert.Empty(Shipped(framework).SelectMany(Missing));
    }

    [Fact]
    public void A_member_that_the_framework_lacks_would_be_found()
    {
        using var framework = new FrameworkResolver();
        // These tests are of .NET 10, which has more than the framework.
        var missing = Missing(
            ModuleDefinition.ReadModule(typeof(FrameworkSurfaceTests).Assembly.Location, new ReaderParameters { AssemblyResolver = framework })
        );
        Assert.Contains(missing, line =>
            line.Contains("System.Collections.Generic.KeyValuePair`2", StringComparison.Ordinal)
            || line.Contains("System.IO.File::ReadAllTextAsync", StringComparison.Ordinal)
        );
    }

    [Fact]
    public void No_exported_type_needs_the_core_before_the_module_says_where_it_is()
    {
        using var framework = new FrameworkResolver();
        var face = Shipped(framework).Single(module => module.Assembly.Name.Name == "PicsOnefile.PowerShell");
        var exported = face.Types.Where(type => type.IsPublic).ToList();
        Assert.NotEmpty(exported);
        Assert.All(exported, type =>
        {
            // The framework loads a type's base, its interfaces and the types of its fields that are values.
            var needed = new[] { type.BaseType }
                .Concat(type.Interfaces.Select(of => of.InterfaceType))
                .Concat(type.Fields.Where(field => !field.IsStatic && field.FieldType.IsValueType).Select(field => field.FieldType));
            Assert.DoesNotContain(needed.OfType<TypeReference>().SelectMany(Parts), part => part.Scope.Name == "PicsOnefile.Core");
        });
    }

    private static IEnumerable<TypeReference> Parts(TypeReference type) =>
        type is GenericInstanceType generic ? [generic.ElementType, .. generic.GenericArguments.SelectMany(Parts)] : [type];

    private static IEnumerable<ModuleDefinition> Shipped(FrameworkResolver framework) =>
        BuiltModule
            .Listed.Where(file =>
                file.EndsWith(".dll", StringComparison.Ordinal)
                && !file.Contains("/native/", StringComparison.Ordinal)
                && !file.Contains(Loader, StringComparison.Ordinal)
            )
            .Select(file => framework.Resolve(AssemblyNameReference.Parse(Path.GetFileNameWithoutExtension(file)), BuiltModule.PathOf(file)).MainModule);

    private static List<string> Missing(ModuleDefinition module)
    {
        var missing = module
            .GetTypeReferences()
            .Where(type => type.Scope.Name != Loader && !Exists(() => type.Resolve()))
            .Select(type => type.FullName)
            .ToHashSet();
        missing.UnionWith(
            module
                .GetMemberReferences()
                .Where(member => !member.DeclaringType.IsArray && Scope(member.DeclaringType)?.Name != Loader && !Exists(() => member.Resolve()))
                .Select(member => member.FullName)
        );
        return [.. missing.Select(name => $"{module.Assembly.Name.Name}: {name}")];
    }

    private static IMetadataScope? Scope(TypeReference type) => type.GetElementType()?.Scope;

    private static bool Exists(Func<object?> resolve)
    {
        try
        {
            return resolve() is not null;
        }
        catch (AssemblyResolutionException)
        {
            return false;
        }
    }
}
