using AutoDiffGen.Generator.Diagnostics;
using AutoDiffGen.Generator.FrontEnd.Declaration;
using AutoDiffGen.Generator.Ir;
using AutoDiffGen.Generator.Model;
using Microsoft.CodeAnalysis;

namespace AutoDiffGen.Generator.FrontEnd;

/// <summary>
/// The methods that a differentiated method reaches through calls: each is lowered once, where it is first called, with the path of
/// calls in hand so that recursion is found and errors name the way: <c>Loss</c> calls <c>Norm</c> calls <c>Square</c> →
/// " (called through Loss → Norm → Square)".
/// </summary>
internal sealed class CallGraph
{
    private const int LongestPath = 300;

    private readonly List<IMethodSymbol> _path = [];
    private readonly Dictionary<IMethodSymbol, int> _known = new(SymbolEqualityComparer.Default);
    private readonly List<Helper> _helpers = [];
    private readonly List<CallSite> _sites = [];
    private readonly Dictionary<string, StorageSummary> _storage = new(StringComparer.Ordinal);

    public CallGraph(Compilation compilation, INamedTypeSymbol within, CancellationToken cancellation)
    {
        Compilation = compilation;
        Within = within;
        Cancellation = cancellation;
    }

    public Compilation Compilation { get; }

    /// <summary>The type the derivatives are generated into.</summary>
    public INamedTypeSymbol Within { get; }

    public CancellationToken Cancellation { get; }

    public IEnumerable<Helper> Helpers => _helpers;

    /// <summary>The fields that are shown to generated code, in the order in which they are first read.</summary>
    public List<Opening> Openings { get; } = [];

    /// <summary>A helper does not compile.</summary>
    public bool Invalid { get; private set; }

    /// <summary>Where functions are called, in order.</summary>
    public IEnumerable<CallSite> Sites => _sites;

    /// <summary>Where source statements stand, in order.</summary>
    public List<StatementSite> Statements { get; } = [];

    /// <summary>Whether generated code, which stands in the differentiated method's type but in another file, may name the symbol.</summary>
    public bool CanReach(ISymbol symbol) => !IsFileLocal(symbol) && Compilation.IsSymbolAccessibleWithin(symbol, Within);

    /// <summary>Whether generated code may name the symbol in whatever type of this compilation it stands.</summary>
    public bool CanReachAnywhere(ISymbol symbol) => !IsFileLocal(symbol) && Compilation.IsSymbolAccessibleWithin(symbol, Compilation.Assembly);

    /// <summary>
    /// The name by which generated code reads a private <c>static readonly</c> field of another type: of a property that is generated into that
    /// type. Null where nothing can be, since the type is not partial, or cannot be named itself.
    /// </summary>
    public string? Open(IFieldSymbol field, IrType type)
    {
        INamedTypeSymbol owner = field.ContainingType;
        if (!CanReach(owner) || MethodKinds.OfType(owner) is not null || !MethodKinds.IsPartial(owner, Cancellation))
            return null;
        TypeScope scope = Scopes.Of(owner);
        // Another method's derivatives have a property of their own.
        string name = $"{field.Name}_{HintNames.Hash(HintNames.Of(_path[0], Compilation))}";
        if (owner.GetMembers(name).Any(m => !Attributes.IsGenerated(m)))
            return null;
        var opening = new Opening(scope, Expressions.Fields.Escaped(field.Name), name, type);
        if (!Openings.Contains(opening))
            Openings.Add(opening);
        return $"{scope.TypeName}.{name}";
    }

    public static bool IsFileLocal(ISymbol symbol)
    {
        for (INamedTypeSymbol? type = symbol as INamedTypeSymbol ?? symbol.ContainingType; type is not null; type = type.ContainingType)
        {
            if (type.IsFileLocal)
                return true;
        }

        return false;
    }

    /// <summary>Records a call, for errors that only the rules decide.</summary>
    public FunctionRef Note(FunctionRef function, BodyScope caller, SyntaxNode call)
    {
        _sites.Add(new CallSite(function.Key, caller.Origin, LocationInfo.Of(call), caller.Chain));
        return function;
    }

    /// <summary>What a called method does with arrays and spans; null of one without a body.</summary>
    public StorageSummary? Storage(string key) => _storage.TryGetValue(key, out StorageSummary? known) ? known : null;

    /// <summary>Lowers the differentiated method itself.</summary>
    public LoweredBody Root(IMethodSymbol method)
    {
        LoweredBody lowered = Lower(method, helper: null);
        // A method that calls itself is a helper of itself too.
        if (_known.TryGetValue(method, out int index))
            _helpers[index] = _helpers[index] with { Body = lowered.Body, Problems = lowered.Problems };
        return lowered;
    }

    /// <summary>Names a callee, and lowers it if this is the first call of it.</summary>
    public FunctionRef Reach(IMethodSymbol callee, BodyScope caller, SyntaxNode call)
    {
        System.Runtime.CompilerServices.RuntimeHelpers.EnsureSufficientExecutionStack();
        if (_path.Count > LongestPath)
            throw new InsufficientExecutionStackException();
        callee = callee.PartialImplementationPart ?? callee;
        FunctionRef function = FunctionRefs.Of(callee, Compilation) ?? throw UnsupportedSignature(callee, caller, call);
        Note(function, caller, call);
        bool isRoot = SymbolEqualityComparer.Default.Equals(callee, _path[0]);
        if (isRoot && !_known.ContainsKey(callee))
        {
            _known.Add(callee, _helpers.Count);
            _helpers.Add(new Helper(function, null, [], CanReach(callee)));
        }
        else if (!_known.ContainsKey(callee))
        {
            int index = _helpers.Count;
            _known.Add(callee, index);
            _helpers.Add(new Helper(function, null, [], CanReach(callee)));
            _helpers[index] = Bodies.Has(callee, Cancellation)
                ? Helper(function, callee)
                : _helpers[index] with { Problems = [caller.Refuse("ADG022", call, Shown(callee)).Problem!] };
        }

        return function;
    }

    public static string Shown(IMethodSymbol method) => method.ToDisplayString(SymbolDisplayFormat.CSharpShortErrorMessageFormat);

    private Helper Helper(FunctionRef function, IMethodSymbol callee)
    {
        LoweredBody lowered = Lower(callee, callee.Name);
        if (lowered.Body is null && lowered.Problems.IsEmpty)
            Invalid = true;
        if (lowered.Storage is { } storage)
            _storage[function.Key] = storage;
        return new Helper(function, lowered.Body, lowered.Problems, CanReach(callee));
    }

    private LoweredBody Lower(IMethodSymbol method, string? helper)
    {
        _path.Add(method);
        try
        {
            string chain = helper is null ? "" : $" (called through {string.Join(" → ", _path.Select(m => m.Name))})";
            return Bodies.Lower(this, method, helper, chain);
        }
        finally
        {
            _path.RemoveAt(_path.Count - 1);
        }
    }

    private RefusalException UnsupportedSignature(IMethodSymbol callee, BodyScope caller, SyntaxNode call)
    {
        if (!Bodies.Has(callee, Cancellation))
            return caller.Refuse("ADG022", call, Shown(callee));
        ITypeSymbol? type = callee.Parameters.Select(p => p.Type).Append(callee.ReturnType).FirstOrDefault(t => Types.Of(t) is null);
        bool isStorage = callee.Parameters.Any(p => FunctionRefs.Mode(p) is null && Types.IsStorage(p.Type));
        return type is null
            ? caller.RefuseConstruct(call, isStorage ? "An array or span passed by reference" : "A 'ref readonly' argument")
            : caller.Refuse("ADG021", call, Types.Shown(type));
    }
}
