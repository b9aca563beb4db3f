using System;
using System.Collections.Generic;
using System.Globalization;

namespace PicsOnefile.Readiness;

/// <summary>What is wrong where a rule found something, with the number: the headings of the report and the steps of the guide.</summary>
public static class RuleProblems
{
    // Of one finding, and of several; {0} is their number. A problem of the whole has no number.
    private static readonly Dictionary<string, (string One, string Many)> Words = new(StringComparer.Ordinal)
    {
        ["PO-C001"] = Whole("Onefile does not answer"),
        ["PO-C002"] = Whole("PICSWeb does not answer"),
        ["PO-C003"] = Whole("The customer token is not of the connected environment"),
        ["PO-C004"] = Whole("The customer's centres are not the ones that the link mode was chosen for"),
        ["PO-C005"] = Whole("Records are linked in another way than PICSWeb uses with this number of centres"),
        ["PO-C006"] = ("1 list was not read lately", "{0} lists were not read lately"),
        ["PO-C007"] = Whole("The environment does not suit this PICSWeb"),
        ["PO-C008"] = (
            "1 list cannot be read, or came back empty, much shorter or incomplete",
            "{0} lists cannot be read, or came back empty, much shorter or incomplete"
        ),
        ["PO-D001"] = Whole("PICS Desktop's Onefile integration is not known to be off"),
        ["PO-D002"] = Whole("The first two-way run changes records of a former PICS Desktop customer"),
        ["PO-I001"] = Whole("The integration is switched on already"),
        ["PO-I002"] = ("1 setting of PICSWeb does not suit this connection", "{0} settings of PICSWeb do not suit this connection"),
        ["PO-I003"] = Whole("PICSWeb's own Connection Test does not succeed"),
        ["PO-J001"] = ("1 change was begun and has no outcome", "{0} changes were begun and have no outcome"),
        ["PO-L001"] = ("1 Onefile record with a match in PICSWeb is not linked", "{0} Onefile records with matches in PICSWeb are not linked"),
        ["PO-L002"] = ("1 Onefile record lacks its match's Ident as MIS Value", "{0} Onefile records lack their match's Ident as MIS Value"),
        ["PO-L003"] = ("1 MIS Value is carried by several records of one centre", "{0} MIS Values are carried by several records of one centre"),
        ["PO-L004"] = ("1 Onefile ID is held by several PICSWeb records", "{0} Onefile IDs are held by several PICSWeb records"),
        ["PO-L005"] = ("1 link points at a record that is gone or out of use", "{0} links point at records that are gone or out of use"),
        ["PO-L006"] = ("1 link holds an ID of another environment", "{0} links hold IDs of another environment"),
        ["PO-L007"] = ("1 link was changed by somebody else", "{0} links were changed by somebody else"),
        ["PO-L008"] = ("1 Additional ID is not an ID of this Onefile customer", "{0} Additional IDs are not IDs of this Onefile customer"),
        ["PO-L009"] = ("1 item of the worklist is not keyed in", "{0} items of the worklist are not keyed in"),
        ["PO-L010"] = ("1 PICSWeb record will be created in Onefile", "{0} PICSWeb records will be created in Onefile"),
        ["PO-L011"] = ("1 person has two accounts in use", "{0} people have two accounts in use"),
        ["PO-L012"] = Whole("MIS Values cannot be set in Onefile"),
        ["PO-L013"] = ("1 rejected pair looks like a match", "{0} rejected pairs look like matches"),
        ["PO-L014"] = ("1 link holds an ID that has lost its zeros", "{0} links hold IDs that have lost their zeros"),
        ["PO-P001"] = ("1 learner exists in Onefile and waits to be enrolled", "{0} learners exist in Onefile and wait to be enrolled"),
        ["PO-Q001"] = ("1 VQ Reference is not Onefile's code", "{0} VQ References are not Onefile's codes"),
        ["PO-Q002"] = ("1 VQ Reference is not a code that Onefile has", "{0} VQ References are not codes that Onefile has"),
        ["PO-Q003"] = ("1 code leads to several qualifications or learning aims", "{0} codes lead to several qualifications or learning aims"),
        ["PO-Q004"] = ("1 qualification has units attached in PICSWeb", "{0} qualifications have units attached in PICSWeb"),
        ["PO-Q005"] = ("1 component of a standard has no qualification in PICSWeb", "{0} components of standards have no qualification in PICSWeb"),
    };

    /// <summary>Says what is wrong.</summary>
    /// <param name="ruleId">The rule.</param>
    /// <param name="count">How many findings it has.</param>
    /// <returns>The words, without a full stop; the ID itself for a rule that is not known.</returns>
    public static string Describe(string ruleId, int count) =>
        !Words.TryGetValue(ruleId, out var words) ? ruleId
        : count == 1 ? words.One
        : string.Format(CultureInfo.InvariantCulture, words.Many, count);

    private static (string One, string Many) Whole(string words) => (words, words);
}
