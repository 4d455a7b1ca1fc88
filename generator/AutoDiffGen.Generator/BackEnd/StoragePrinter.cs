using AutoDiffGen.Generator.Ir;
using AutoDiffGen.Generator.Model;

namespace AutoDiffGen.Generator.BackEnd;

/// <summary>
/// The memory a derivative takes besides its variables: a stack for each type of recorded values, scratch for each type of elements of
/// the arrays it creates. Its owner disposes of it whatever happens; the work is done in a function of its own, because code inside a
/// <c>try</c> is optimised less.
/// </summary>
internal sealed class StoragePrinter
{
    /// <summary>How many bytes of the caller's frame each kind of storage may take before anything is rented.</summary>
    private const int FrameBytes = 1024;

    private readonly List<(string Kind, IrType Of, string Name)> _owned = [];

    public StoragePrinter(Function function)
    {
        Function[] functions = [function, .. function.Nested];
        var names = new Names(functions.SelectMany(f => f.Names()).Concat(function.Nested.Select(f => f.Name)));
        Stmt[] all = functions.SelectMany(f => f.Body.All()).ToArray();
        foreach (IrType type in all.OfType<Push>().Select(p => p.Value.Type.Content()).Concat(all.OfType<Pop>().Select(p => p.Target.Type.Content())).Distinct())
            _owned.Add(("Recorded", type, names.Fresh(type == IrType.Double ? "recorded" : "recorded" + Suffix(type))));
        IEnumerable<IrType> taken = all.SelectMany(s => s.Expressions()).SelectMany(e => e.Tree()).OfType<Taken>().Select(t => t.Type.Content());
        foreach (IrType type in all.OfType<Allocate>().Select(a => a.Var.Type.Content()).Concat(taken).Distinct())
            _owned.Add(("Scratch", type, names.Fresh(type == IrType.Double ? "scratch" : "scratch" + Suffix(type))));
        Core = names.Fresh("Sweep");
    }

    /// <summary>The name of the function that does the work.</summary>
    public string Core { get; }

    public bool IsEmpty => _owned.Count == 0;

    public string Stack(IrType type) => _owned.First(o => o.Kind == "Recorded" && o.Of == type.Content()).Name;

    /// <summary>Takes memory for an array; with a handle, that is what it gives.</summary>
    public string Take(Allocate allocate) =>
        $"{Scratch(allocate.Var.Type)}.{(allocate.Handle is null ? "Take" : "New")}({string.Join(", ", allocate.Lengths.Select(ExprPrinter.Print))})";

    /// <summary>The block with calls of the scratch where arrays are found by their handles.</summary>
    public EquatableArray<Stmt> Resolve(EquatableArray<Stmt> block) => new Finding(this).Block(block);

    /// <summary>The array of a handle.</summary>
    public Call At(Expr handle, IrType type) => new(
        new FunctionRef(FunctionFamily.Other, Scratch(type), type is GridType ? "GridAt" : "At", [new ParameterRef("handle", IrType.Int32, RefMode.Value)], type),
        [handle]);

    private string Scratch(IrType type) => _owned.First(o => o.Kind == "Scratch" && o.Of == type.Content()).Name;

    private sealed class Finding(StoragePrinter storage) : Rewriter
    {
        public override Expr Visit(Expr expr) => base.Visit(expr) switch
        {
            Taken taken => storage.At(taken.Handle, taken.Type),
            Expr visited => visited,
        };
    }

    /// <summary>The parameters of the core that the storage is passed by, <c>ref Recorded&lt;double&gt; recorded</c>.</summary>
    public IEnumerable<string> Parameters => _owned.Select(o => $"ref {Type(o.Kind, o.Of)} {o.Name}");

    public IEnumerable<string> Arguments => _owned.Select(o => "ref " + o.Name);

    public IEnumerable<string> Creations => _owned.Select(o =>
        $"var {o.Name} = new {Type(o.Kind, o.Of)}(stackalloc {o.Of.CSharp}[{(FrameBytes / Size(o.Of)).ToString(System.Globalization.CultureInfo.InvariantCulture)}]);");

    public IEnumerable<string> Disposals => _owned.Select(o => o.Name + ".Dispose();");

    private static string Type(string kind, IrType of) => $"global::AutoDiffGen.Runtime.{kind}<{of.CSharp}>";

    private static int Size(IrType type) => type.CSharp switch
    {
        "bool" or "byte" or "sbyte" => 1,
        "char" or "short" or "ushort" => 2,
        "int" or "uint" or "float" => 4,
        _ => 8,
    };

    private static string Suffix(IrType type)
    {
        string name = type.CSharp.Substring(type.CSharp.LastIndexOfAny(['.', ':']) + 1);
        return char.ToUpperInvariant(name[0]) + name.Substring(1);
    }
}
