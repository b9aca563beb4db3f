using System.Collections.Generic;
using System.Linq;
using Mono.Cecil;
using Mono.Cecil.Cil;

namespace PicsOnefile.Core.Tests.Architecture;

/// <summary>
/// One type uses another, in whatever way: by what it is, has, does or is marked with. Nested and compiler-made types count as their outermost type.
/// </summary>
/// <param name="User">The type that uses.</param>
/// <param name="Used">The type that is used.</param>
/// <param name="UserNamespace">Where the one is.</param>
/// <param name="UsedNamespace">Where the other is.</param>
public sealed record TypeUse(string User, string Used, string UserNamespace, string UsedNamespace)
{
    /// <summary>Every use of a type of the assembly by a type of the assembly.</summary>
    /// <param name="path">The assembly.</param>
    public static IReadOnlyList<TypeUse> ReadAll(string path)
    {
        using var assembly = AssemblyDefinition.ReadAssembly(path);
        var own = assembly.MainModule;
        return own.GetTypes()
            .SelectMany(type => Types(type).OfType<TypeReference>().SelectMany(Parts).Select(used => (User: Outermost(type), Used: Outermost(used))))
            .Where(use => use.User.FullName != use.Used.FullName && (use.Used.Scope == own || use.Used is TypeDefinition))
            .Select(use => new TypeUse(use.User.FullName, use.Used.FullName, use.User.Namespace, use.Used.Namespace))
            .Distinct()
            .ToArray();
    }

    private static IEnumerable<TypeReference?> Types(TypeDefinition type) =>
        [
            type.BaseType,
            .. type.Interfaces.Select(one => one.InterfaceType),
            .. Attributes(type),
            .. Constraints(type),
            .. type.Fields.SelectMany(field => Attributes(field).Append(field.FieldType)),
            .. type.Properties.SelectMany(property => Attributes(property).Append(property.PropertyType)),
            .. type.Events.SelectMany(one => Attributes(one).Append(one.EventType)),
            .. type.Methods.SelectMany(Types),
        ];

    private static IEnumerable<TypeReference?> Types(MethodDefinition method) =>
        [
            .. Signature(method),
            .. Attributes(method),
            .. Constraints(method),
            .. method.Parameters.SelectMany(Attributes),
            .. Attributes(method.MethodReturnType),
            .. method.Overrides.SelectMany(Signature),
            .. method.HasBody ? method.Body.Variables.Select(variable => variable.VariableType) : [],
            .. method.HasBody ? method.Body.ExceptionHandlers.Select(handler => handler.CatchType) : [],
            .. method.HasBody ? method.Body.Instructions.SelectMany(Types) : [],
        ];

    private static IEnumerable<TypeReference?> Types(Instruction instruction) =>
        instruction.Operand switch
        {
            TypeReference type => [type],
            FieldReference field => [field.DeclaringType, field.FieldType],
            MethodReference method => Signature(method),
            CallSite site => [site.ReturnType, .. site.Parameters.Select(parameter => parameter.ParameterType)],
            _ => [],
        };

    private static IEnumerable<TypeReference?> Signature(MethodReference method) =>
        [
            method.DeclaringType,
            method.ReturnType,
            .. method.Parameters.Select(parameter => parameter.ParameterType),
            .. method is GenericInstanceMethod generic ? generic.GenericArguments : [],
        ];

    private static IEnumerable<TypeReference?> Constraints(IGenericParameterProvider provider) =>
        provider.GenericParameters.SelectMany(parameter => parameter.Constraints).Select(constraint => constraint.ConstraintType);

    // What an attribute is, and the types it names.
    private static IEnumerable<TypeReference?> Attributes(ICustomAttributeProvider provider) =>
        provider.CustomAttributes.SelectMany(attribute =>
            attribute
                .ConstructorArguments.Concat(attribute.Properties.Select(property => property.Argument))
                .Concat(attribute.Fields.Select(field => field.Argument))
                .SelectMany(argument => new[] { argument.Type, argument.Value as TypeReference })
                .Append(attribute.AttributeType)
        );

    // List<Officer[]> is a list, an array and an officer.
    private static IEnumerable<TypeReference> Parts(TypeReference type) =>
        type switch
        {
            GenericParameter => [],
            GenericInstanceType generic => generic.GenericArguments.Append(generic.ElementType).SelectMany(Parts),
            FunctionPointerType pointer => pointer.Parameters.Select(parameter => parameter.ParameterType).Append(pointer.ReturnType).SelectMany(Parts),
            RequiredModifierType modified => new[] { modified.ModifierType, modified.ElementType }.SelectMany(Parts),
            OptionalModifierType modified => new[] { modified.ModifierType, modified.ElementType }.SelectMany(Parts),
            TypeSpecification specification => Parts(specification.ElementType),
            _ => [type],
        };

    private static TypeReference Outermost(TypeReference type)
    {
        while (type.DeclaringType is not null)
            type = type.DeclaringType;
        return type;
    }
}
