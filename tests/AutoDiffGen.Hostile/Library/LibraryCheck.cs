using System.Reflection;
using System.Runtime.Loader;
using System.Text.RegularExpressions;
using AutoDiffGen.Conformance.Cases;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace AutoDiffGen.Hostile.Library;

/// <summary>
/// The static methods of a library, attributed as they are: each is right by differences, or refused by name.
/// </summary>
internal sealed partial class LibraryCheck
{
    private readonly string folder;
    private readonly int leftOut;

    /// <param name="folder">The library's sources.</param>
    /// <param name="only">A part of the names of the methods that are wanted.</param>
    /// <param name="skip">Parts of the names of methods that are not called, since they would end the process.</param>
    public LibraryCheck(string folder, string only = "", IReadOnlyList<string>? skip = null, Action<string>? progress = null)
    {
        this.folder = folder;
        progress ??= _ => { };
        CSharpCompilation compilation = Marking.Run(Sources.Read(folder, out leftOut), only);
        progress("read");
        Methods = Generation.Run(compilation);
        progress("generated");
        Judge(compilation, skip ?? [], progress);
    }

    public IReadOnlyList<LibraryMethod> Methods { get; }

    /// <summary>What must not be.</summary>
    public IEnumerable<LibraryMethod> Failures => Methods.Where(m => m.Fate is not (Fate.Right or Fate.NotCompared or Fate.Refused or Fate.OnlyThere or Fate.IllConditioned));

    /// <param name="show">A part of the names of methods of which everything is told.</param>
    public void Print(TextWriter to, string show)
    {
        to.WriteLine($"{folder}: {Methods.Count} static methods; {leftOut} declarations left out, which do not compile here");
        foreach (IGrouping<Fate, LibraryMethod> fate in Methods.GroupBy(m => m.Fate).OrderBy(g => g.Key))
            to.WriteLine($"{fate.Count(),6} {fate.Key}");
        to.WriteLine($"{Methods.Sum(m => m.Compared),6} derivatives equal to differences, at {Methods.Sum(m => m.Points)} points");
        foreach (LibraryMethod slow in Methods.OrderByDescending(m => m.Time).Take(3))
            to.WriteLine($"{slow.Time.TotalMilliseconds,6:F0} ms for {slow.Name}");
        to.WriteLine("== refused, by the first error");
        foreach (IGrouping<string, LibraryMethod> reason in Methods.Where(m => m.Fate == Fate.Refused).GroupBy(m => Quoted().Replace(Place().Replace(m.Reasons[0], ""), "'…'")).OrderByDescending(g => g.Count()))
            to.WriteLine($"{reason.Count(),6} {reason.Key}  e.g. {reason.First().Name}: {reason.First().Reasons[0]}");
        to.WriteLine("== not compared");
        foreach (LibraryMethod method in Methods.Where(m => m.Fate == Fate.NotCompared))
            to.WriteLine($"  {method.Name}");
        foreach (LibraryMethod method in Methods.Where(m => m.Fate is not (Fate.Right or Fate.NotCompared or Fate.Refused)).OrderBy(m => m.Fate))
            to.WriteLine($"== {method.Fate}: {method.Name}\n  {string.Join("\n  ", method.Reasons.Take(3))}");
        foreach (LibraryMethod method in Methods.Where(m => show.Length > 0 && m.Name.Contains(show, StringComparison.Ordinal)))
        {
            to.WriteLine($"==== {method.Fate}: {method.Name}, {method.Compared} derivatives compared at {method.Points} points\n{string.Join("\n", method.Reasons)}");
            to.WriteLine($"{method.Symbol.DeclaringSyntaxReferences[0].GetSyntax()}\n---- generated\n{method.Generated?.Optimized}");
        }
    }

    private void Judge(CSharpCompilation compilation, IReadOnlyList<string> skip, Action<string> progress)
    {
        Assembly optimized = Load(Generation.Compile(compilation, Methods, optimized: true));
        Assembly unoptimized = Load(Generation.Compile(compilation, Methods, optimized: false));
        progress("compiled");
        Dictionary<string, MethodInfo> first = Attributed(optimized), second = Attributed(unoptimized);
        foreach (LibraryMethod method in Methods.Where(m => m is { Generated: not null, Fate: Fate.NotCompared } && !skip.Any(m.Name.Contains)))
        {
            progress(method.Name);
            string key = Key(method.Symbol);
            new MethodJudge(method, new Subject(first[key], "optimised:"), new Subject(second[key], "unoptimised:")).Run();
        }
    }

    private static Assembly Load(MemoryStream image) => new AssemblyLoadContext(null, isCollectible: true).LoadFromStream(image);

    private static Dictionary<string, MethodInfo> Attributed(Assembly assembly) => assembly.GetTypes()
        .SelectMany(t => t.GetMethods(BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly))
        .Where(m => m.IsDefined(typeof(DifferentiableAttribute)) && !m.ContainsGenericParameters)
        .ToDictionary(m => $"{m.DeclaringType!.FullName}.{m.Name}({string.Join(",", m.GetParameters().Select(p => Key(p.ParameterType)))})");

    private static string Key(IMethodSymbol method) =>
        $"{Key(method.ContainingType, "+")}.{method.Name}({string.Join(",", method.Parameters.Select(p => Key(p.Type) + (p.RefKind == RefKind.None ? "" : "&")))})";

    private static string Key(INamedTypeSymbol type, string separator) =>
        type.ContainingType is { } outer ? Key(outer, separator) + separator + type.MetadataName
        : type.ContainingNamespace.IsGlobalNamespace ? type.MetadataName
        : type.ContainingNamespace.ToDisplayString() + "." + type.MetadataName;

    private static string Key(ITypeSymbol type) => type switch
    {
        IArrayTypeSymbol array => $"{Key(array.ElementType)}[{new string(',', array.Rank - 1)}]",
        INamedTypeSymbol { TypeArguments: [var argument] } => $"{type.MetadataName} {Key(argument)}",
        _ => type.MetadataName,
    };

    private static string Key(Type type) => type switch
    {
        { IsByRef: true } => Key(type.GetElementType()!) + "&",
        { IsArray: true } => $"{Key(type.GetElementType()!)}[{new string(',', type.GetArrayRank() - 1)}]",
        { GenericTypeArguments: [var argument] } => $"{type.Name} {Key(argument)}",
        _ => type.Name,
    };

    [GeneratedRegex("'[^']*'( → '[^']*')*")]
    private static partial Regex Quoted();

    [GeneratedRegex(@"( \(called through [^()]*\))? \([^()]*:\d+\)$")]
    private static partial Regex Place();
}
