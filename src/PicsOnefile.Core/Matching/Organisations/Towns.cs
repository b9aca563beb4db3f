using System;
using System.Collections.Generic;
using System.Linq;

namespace PicsOnefile.Matching.Organisations;

/// <summary>
/// Larger places of the United Kingdom, by the word that tells them: firms name their branches by them. The lists' own addresses add the rest.
/// </summary>
internal static class Towns
{
    private static readonly HashSet<string> Table = new("""
        aberdeen accrington aldershot altrincham ashford aylesbury banbury bangor barking barnet barnsley barrow basildon basingstoke bath batley
        bedford belfast beverley birkenhead
        birmingham blackburn blackpool bolton bournemouth bracknell bradford brent brentwood bridgend brighton bristol bromley burnley bury caerphilly
        camberley cambridge camden
        cannock canterbury cardiff carlisle carmarthen chatham chelmsford cheltenham chester chesterfield chichester colchester corby coventry crawley
        crewe croydon cumbernauld
        cwmbran darlington dartford derby derry dewsbury doncaster dover dudley dundee dunfermline durham ealing eastbourne eastleigh edinburgh
        enfield epsom exeter falkirk fareham
        farnborough gateshead gillingham glasgow gloucester gosport grantham gravesend greenock greenwich grimsby guildford hackney halifax hamilton
        haringey harlow harrogate harrow
        hartlepool hastings hatfield havering hemel hereford hertford hillingdon hounslow huddersfield hull huntingdon inverness ipswich islington
        keighley kettering kidderminster
        kilmarnock kirkcaldy lancaster leamington leeds leicester lewisham lichfield lincoln lisburn liverpool livingston llandudno llanelli
        loughborough lowestoft luton macclesfield
        maidenhead maidstone manchester mansfield margate merthyr merton middlesbrough neath newbury newcastle newham newport newry northampton
        norwich nottingham nuneaton oldham
        oxford paisley perth peterborough plymouth poole portsmouth preston rhyl rochdale romford rotherham rugby runcorn salford salisbury
        scarborough scunthorpe sheffield shrewsbury
        sittingbourne slough solihull southampton southend southport stafford stevenage stirling stockport stockton stourbridge sunderland sutton
        swansea swindon tamworth taunton
        telford torquay truro uxbridge wakefield wallasey walsall walthamstow warrington warwick watford wembley weymouth whitby widnes wigan
        wimbledon winchester windsor woking
        wokingham wolverhampton worcester workington worksop worthing wrexham yeovil york
        """.Split([' ', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries).Select(Abbreviations.Singular), StringComparer.Ordinal);

    /// <summary>True for the singular form of a town's name, as names and addresses are compared in.</summary>
    public static bool Has(string word) => Table.Contains(word);
}
