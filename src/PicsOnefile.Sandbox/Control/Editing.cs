using System;
using System.Collections.Generic;
using System.Linq;
using PicsOnefile.Sandbox.World;

namespace PicsOnefile.Sandbox.Control;

/// <summary>Another person's edit of one field on either side's screens: keyed in, past every API.</summary>
public static class Editing
{
    private static readonly Dictionary<string, Func<TwinWorld, string, string, string, string?>> Kinds = new(StringComparer.OrdinalIgnoreCase)
    {
        ["users"] = (world, id, field, value) => Set(world.Users, OnefileFields.Users, id, field, value),
        ["assessors"] = (world, id, field, value) => Set(world.Users, OnefileFields.Users, id, field, value),
        ["placements"] = (world, id, field, value) => Set(world.Placements, OnefileFields.Placements, id, field, value),
        ["standards"] = (world, id, field, value) => Set(world.Standards, OnefileFields.Standards, id, field, value),
        ["centres"] = (world, id, field, value) => Set(world.Centres, OnefileFields.Centres, id, field, value),
        ["officers"] = (world, id, field, value) => Set(world.Officers, PicsFields.Officers, id, field, value, officer => officer.Version++),
        ["organisations"] = (world, id, field, value) =>
            Set(world.Organisations, PicsFields.Organisations, id, field, value, organisation => organisation.Version++),
        ["qualifications"] = (world, id, field, value) =>
            Set(world.Qualifications, PicsFields.Qualifications, id, field, value, qualification => qualification.Version++),
        ["pics-learners"] = (world, id, field, value) => Set(world.Learners, PicsFields.Learners, id, field, value, learner => learner.Version++),
        ["integration"] = (world, _, field, value) => SetIntegration(world, field, value),
    };

    /// <summary>Sets one field.</summary>
    /// <param name="twin">The twin.</param>
    /// <param name="kind">One of the kinds of <c>GET /twin/{kind}</c>.</param>
    /// <param name="id">The record's ID; an Ident works for PICSWeb's records too. Not needed for the integration's settings.</param>
    /// <param name="field">The field's name on the wire, in any letter case; for the settings <c>customerToken</c> too.</param>
    /// <param name="value">The new value.</param>
    /// <returns>What is wrong, or null.</returns>
    public static string? Set(Twin twin, string kind, string id, string field, string value)
    {
        lock (twin.World.Gate)
        {
            if (!Kinds.TryGetValue(kind, out var set))
                return $"There is no kind '{kind}'. The kinds are: {string.Join(", ", Kinds.Keys)}.";
            var refusal = set(twin.World, IdOf(twin.World, kind, id), field, value);
            if (refusal is null && twin.Connection.IsGood && twin.World.Integration.QualificationLinks is null)
                twin.Connection.RefreshQualificationLinks();
            return refusal;
        }
    }

    private static string IdOf(TwinWorld world, string kind, string id)
    {
        var found = kind.ToLowerInvariant() switch
        {
            "officers" => world.OfficerByIdent(id)?.Id,
            "organisations" => world.OrganisationByIdent(id)?.Id,
            "pics-learners" => world.LearnerByIdent(id)?.Id,
            _ => null,
        };
        return found?.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? id;
    }

    private static string? Set<T>(
        SortedDictionary<int, T> records,
        IReadOnlyList<Field<T>> fields,
        string id,
        string name,
        string value,
        Action<T>? touch = null
    )
    {
        if (WireValue.Number(id) is not { } number || !records.TryGetValue(number, out var record))
            return $"There is no record '{id}'.";
        if (Find(fields, name) is not { } field)
            return NoField(fields, name);
        field.Set!(record, value);
        touch?.Invoke(record);
        return null;
    }

    private static string? SetIntegration(TwinWorld world, string name, string value)
    {
        var settings = world.Integration;
        settings.Version++;
        if (string.Equals(name, "customerToken", StringComparison.OrdinalIgnoreCase))
        {
            settings.CustomerToken = value;
            return null;
        }

        if (Find(PicsFields.Integration, name) is not { } field)
            return NoField(PicsFields.Integration, name);
        field.Set!(settings, value);
        return null;
    }

    private static Field<T>? Find<T>(IReadOnlyList<Field<T>> fields, string name) =>
        fields.FirstOrDefault(field => field.Set is not null && string.Equals(field.Name, name, StringComparison.OrdinalIgnoreCase));

    private static string NoField<T>(IReadOnlyList<Field<T>> fields, string name) =>
        $"There is no field '{name}' that can be set. There are: "
            + $"{string.Join(", ", fields.Where(field => field.Set is not null).Select(field => field.Name))}.";
}
