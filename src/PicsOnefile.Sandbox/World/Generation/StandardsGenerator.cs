using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using PicsOnefile.Sandbox.World.Names;

namespace PicsOnefile.Sandbox.World.Generation;

/// <summary>
/// Makes Onefile's catalogue, the centres' own lists and PICSWeb's qualifications. Of the qualifications that Onefile could serve only the components
/// of standards have wrong or empty VQ References, because only for those domain.md gives a rule that says what the right one is.
/// </summary>
public sealed class StandardsGenerator(TwinWorld world, WorldOptions options)
{
    private const int FirstStandardId = 2_201;
    private const int FirstQualificationId = 5_001;
    private const double GatewayMissingInOnefile = 0.1;
    private const double ComponentMissingInPicsWeb = 0.04;

    private static readonly Dictionary<string, (string Onefile, string[] PicsWeb)> ComponentTitles = new()
    {
        ["AS"] = ("{0} - Level {1} Standard", ["{0} - Apprenticeship Standard", "Apprenticeship Standard: {0}", "{0} (Standard)"]),
        ["OP"] = ("{0} - Level {1} On-Programme", ["{0} - On-Programme Learning", "{0} (On Programme)", "On-programme: {0}"]),
        ["GW"] = ("{0} - Level {1} Gateway", ["{0} - Gateway", "Gateway: {0}", "{0} (Gateway)"]),
        ["EP"] = ("{0} - Level {1} End-Point Assessment", ["{0} - End-point Assessment", "{0} (EPA)", "End Point Assessment: {0}"]),
    };

    private static readonly string[] WithoutCode = ["Induction", "Functional Skills Diagnostic (2024)", "CPD Record"];
    private readonly Noise _noise = Noise.For(options.Noise);
    private readonly Draw _draw = new(options.Seed, "standards");
    private readonly List<Qualification> _qualifications = [];

    public void Generate()
    {
        var titles = Titles();
        FillCatalogue(titles);
        var offered = _draw.Shuffle(titles).Take(options.Standards).ToList();
        if (options.Standards >= 4 && offered.All(title => title.Pathways.Count == 0))
            offered[0] = titles.First(title => title.Pathways.Count > 0);
        AssignToCentres(offered);
        foreach (var title in offered)
            AddQualifications(title);
        foreach (var title in _draw.Shuffle(titles.Except(offered)).Take(Math.Max(1, options.Standards / 8)))
            AddQualifications(title);
        AddOtherQualifications();
        var id = FirstQualificationId;
        foreach (var qualification in _draw.Shuffle(_qualifications))
        {
            qualification.Id = id++;
            world.Qualifications.Add(qualification.Id, qualification);
        }
    }

    /// <summary>The list's standards, and as many made-up ones as a world with more standards than that asks for.</summary>
    private List<StandardTitle> Titles()
    {
        var titles = NameLists.Standards.ToList();
        for (var number = 0; titles.Count < options.Standards + 10; number++)
        {
            var trade = NameLists.Trades[number % NameLists.Trades.Count].Text;
            titles.Add(
                new StandardTitle(
                    (1_100 + number).ToString(CultureInfo.InvariantCulture),
                    $"{trade} Technician {number / NameLists.Trades.Count + 1}",
                    "3",
                    ["AS", "OP", "GW", "EP"],
                    []
                )
            );
        }

        return titles;
    }

    private void FillCatalogue(List<StandardTitle> titles)
    {
        var items = new List<Standard>();
        foreach (var title in titles)
        {
            foreach (var pathway in title.Pathways.DefaultIfEmpty(""))
            {
                var name = pathway.Length == 0 ? title.Title : $"{title.Title}: {pathway}";
                items.AddRange(
                    title.Components.Select(component => new Standard
                    {
                        Id = 0,
                        Code = title.Code + component,
                        Title = string.Format(CultureInfo.InvariantCulture, ComponentTitles[component].Onefile, name, title.Level),
                    })
                );
            }
        }

        items.AddRange(
            NameLists.OtherQualifications.Select(other => new Standard
            {
                Id = 0,
                Code = other.Number,
                Title = $"Level {other.Level} {other.Title}",
            })
        );
        items.AddRange(WithoutCode.Select(title => new Standard { Id = 0, Title = title }));
        var id = FirstStandardId;
        foreach (var item in _draw.Shuffle(items))
        {
            item.Id = id += _draw.Between(1, 4);
            world.Standards.Add(item.Id, item);
            AddUnits(item);
        }
    }

    private void AddUnits(Standard standard)
    {
        for (var number = 1; number <= 2; number++)
        {
            var id = string.Create(CultureInfo.InvariantCulture, $"{standard.Id}-{number}");
            world.Units.Add(
                id,
                new Unit
                {
                    Id = id,
                    StandardId = standard.Id,
                    Title = $"Unit {number} of {standard.Title}",
                    NdaqCode = string.Create(CultureInfo.InvariantCulture, $"{(char)('A' + number)}/{standard.Id % 1000:000}/{number:0000}"),
                    Display = string.Create(CultureInfo.InvariantCulture, $"{number:00}"),
                }
            );
        }
    }

    private void AssignToCentres(List<StandardTitle> offered)
    {
        var byCode = world.Standards.Values.ToLookup(standard => standard.Code);
        var centres = world.Centres.Values.ToList();
        foreach (var title in offered)
        {
            var gateway = !_draw.Chance(GatewayMissingInOnefile);
            var chosen = _draw.Shuffle(centres).Where((_, rank) => rank == 0 || _draw.Chance(0.75)).ToList();
            foreach (var component in title.Components.Where(component => component != "GW" || gateway))
            {
                foreach (var centre in chosen)
                    centre.AssignedStandards.AddRange(byCode[title.Code + component].Select(standard => standard.Id));
            }
        }

        foreach (var other in NameLists.OtherQualifications.Take(NameLists.OtherQualifications.Count / 2))
        {
            foreach (var centre in centres)
                centre.AssignedStandards.AddRange(byCode[other.Number].Select(standard => standard.Id));
        }

        foreach (var centre in centres)
        {
            centre.AssignedStandards.AddRange(byCode[""].Take(2).Select(standard => standard.Id));
            centre.AssignedStandards.Sort();
        }
    }

    private void AddQualifications(StandardTitle title)
    {
        var style = _draw.Below(3);
        var keepRight = title.Pathways.Count > 0 && !options.PathwayReferencesWrong;
        foreach (var (component, titles) in ComponentTitles)
        {
            var code = title.Code + component;
            var name = string.Format(CultureInfo.InvariantCulture, titles.PicsWeb[style], title.Title);
            if (!_draw.Chance(ComponentMissingInPicsWeb))
                _qualifications.Add(Component(title, name, keepRight ? code : Reference(title.Code, component), code, PicsStatus.Live));
            if (component == "AS" && _draw.Chance(0.2))
                _qualifications.Add(Component(title, $"{name} (2019)", code, code, PicsStatus.Dormant));
        }
    }

    private static Qualification Component(StandardTitle title, string name, string reference, string code, string status) =>
        new()
        {
            Id = 0,
            Title = name,
            Level = title.Level,
            VqReference = reference,
            TrueCode = code,
            StandardCode = title.Code,
            Status = status,
        };

    /// <summary>The right code, none, or something that is no standard's code, so that it never points at another aim.</summary>
    private string Reference(string code, string component)
    {
        var point = _draw.Below(10_000) / 100.0;
        if (point < _noise.VqReferenceEmpty)
            return "";
        if (point >= _noise.VqReferenceEmpty + _noise.VqReferenceWrong)
            return code + component;
        return _draw.Below(5) switch
        {
            0 => $"{code} {component}",
            1 => $"{code}-{component}",
            2 => $"ST0{code}{component}",
            3 => string.Create(CultureInfo.InvariantCulture, $"601/{_draw.Between(1000, 9999)}/{_draw.Below(10)}"),
            _ => $"{component}{code}",
        };
    }

    private void AddOtherQualifications()
    {
        var known = NameLists.OtherQualifications.Count / 2;
        foreach (var (number, title, level) in NameLists.OtherQualifications.Skip(2).Take(known + 2))
        {
            _qualifications.Add(
                new Qualification
                {
                    Id = 0,
                    Title = title,
                    Level = level,
                    VqReference = number,
                    TrueCode = number,
                    HasUnits = _draw.Chance(0.3),
                    Status = _draw.Chance(0.15) ? PicsStatus.Dormant : PicsStatus.Live,
                }
            );
        }
    }
}
