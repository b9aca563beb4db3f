namespace PicsOnefile;

/// <summary>The up to four learning aims of an apprenticeship standard, with the two letters that end their codes in Onefile (vendor help pages).</summary>
public enum StandardComponentKind
{
    /// <summary>AS: the main aim, the standard itself.</summary>
    Standard,

    /// <summary>OP: on-programme learning.</summary>
    OnProgramme,

    /// <summary>GW: gateway.</summary>
    Gateway,

    /// <summary>EP: end-point assessment.</summary>
    EndPointAssessment,
}
