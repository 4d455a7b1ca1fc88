using AutoDiffGen.Generator.Diagnostics;
using AutoDiffGen.Generator.Ir;
using AutoDiffGen.Generator.Model;
using Microsoft.CodeAnalysis;

namespace AutoDiffGen.Generator.FrontEnd;

/// <summary>
/// What lowering one method's body keeps track of: its variables and their names, the block being written, the source statement in
/// hand, and the errors found.
/// </summary>
internal sealed class BodyScope
{
    // Later passes walk expressions recursively; one that is higher than this is named and the rest is built on the name.
    private const int HighestExpression = 100;

    private readonly Dictionary<ISymbol, Var> _variables = new(SymbolEqualityComparer.Default);
    private readonly HashSet<ISymbol> _hoisted = new(SymbolEqualityComparer.Default);
    private readonly HashSet<string> _userNames;
    private readonly HashSet<string> _reassignedNames;
    private readonly HashSet<Var> _reassigned = [];
    private readonly Dictionary<ILocalSymbol, Place> _references = new(SymbolEqualityComparer.Default);
    private readonly Dictionary<ILocalSymbol, RangeValue> _ranges = new(SymbolEqualityComparer.Default);
    private readonly Dictionary<Var, Expr?> _storage = [];
    private readonly Names _names;
    private List<Stmt> _block = [];
    private List<Stmt> _declarations = [];
    private Origin? _origin;
    private int _height;
    private int _labels;
    private int _temporaries;

    /// <param name="names">The names in the body.</param>
    /// <param name="chain">Ends the messages of errors in a helper: how the method comes to call it. Empty in the method itself.</param>
    public BodyScope(
        CallGraph calls, IMethodSymbol method, string? helper, string chain, IReadOnlyList<Parameter> parameters, BodyNames names)
    {
        Calls = calls;
        Helper = helper;
        Chain = chain;
        _names = new Names(parameters.Select(p => p.Var.Name));
        _userNames = new HashSet<string>(names.Declared.Concat(parameters.Select(p => p.Var.Name)), StringComparer.Ordinal);
        _reassignedNames = names.Reassigned;
        Parameters = parameters;
        foreach ((IParameterSymbol symbol, Parameter parameter) in method.Parameters.Zip(parameters, (s, p) => (s, p)))
        {
            _variables.Add(symbol, parameter.Var);
            NoteReassigned(symbol.Name, parameter.Var);
        }
    }

    public CallGraph Calls { get; }

    public string? Helper { get; }

    public string Chain { get; }

    /// <summary>The source statement in hand.</summary>
    public Origin? Origin => _origin;

    public List<DiagnosticInfo> Problems { get; } = [];

    /// <summary>The body does not compile: no IR, and no error of ours.</summary>
    public bool Invalid { get; private set; }

    /// <summary>Within the arguments of an exception, where values may become text.</summary>
    public bool InMessage { get; set; }

    /// <summary>Within the arguments of a guard that only asks whether there is an object.</summary>
    public bool InGuard { get; set; }

    public IReadOnlyList<Parameter> Parameters { get; }

    /// <summary>Where elements are stored, and where methods that may store some are called.</summary>
    public List<StorageUse> StorageUses { get; } = [];

    /// <summary>What a <c>goto case</c> does, by the compiler's label.</summary>
    public Dictionary<ISymbol, Action> GotoTargets { get; } = new(SymbolEqualityComparer.Default);

    /// <summary>The labels that a <c>break</c>, <c>continue</c> or <c>goto</c> leaves, by the compiler's label.</summary>
    public Dictionary<ISymbol, string> JumpTargets { get; } = new(SymbolEqualityComparer.Default);

    /// <summary>The <c>ref</c> locals that a branch or a loop lets stand for other places; null for one that was refused.</summary>
    public Dictionary<ILocalSymbol, Expressions.MovingReferences?> Moving { get; } = new(SymbolEqualityComparer.Default);

    /// <summary>How deep statements are nested here.</summary>
    public int Depth { get; set; }

    public void Emit(Stmt statement)
    {
        Stmt emitted = statement with { Origin = statement.Origin ?? _origin };
        _block.Add(emitted);
        switch (emitted)
        {
            case Let { Value: { Type: ArrayType or SpanType } value } let:
                _storage[let.Var] = value;
                break;
            case Declare { Value: { Type: ArrayType or SpanType } value } declare:
                _storage[declare.Var] = value;
                break;
            case Allocate allocate:
                _storage[allocate.Var] = null;
                break;
        }
    }

    public void Emit(IEnumerable<Stmt> statements) => _block.AddRange(statements);

    /// <summary>Lowers into a block of its own.</summary>
    public List<Stmt> Collect(Action lower)
    {
        List<Stmt> outer = _block;
        _block = [];
        try
        {
            lower();
            return _block;
        }
        finally
        {
            _block = outer;
        }
    }

    /// <summary>Lowers an expression apart from the block, so that its caller decides where its side effects go.</summary>
    public Fragment Isolate(Func<Expr> lower)
    {
        Expr? value = null;
        List<Stmt> steps = Collect(() => value = lower());
        return new Fragment(steps, value!);
    }

    /// <summary>Lowers one source statement; a refusal ends it and is recorded.</summary>
    public void Statement(SyntaxNode source, Action lower)
    {
        Calls.Cancellation.ThrowIfCancellationRequested();
        Origin? outerOrigin = _origin;
        List<Stmt> outerDeclarations = _declarations;
        _origin = Origins.Of(source, Helper);
        Calls.Statements.Add(new StatementSite(_origin, LocationInfo.Of(Wording.Place(source)), Chain));
        _declarations = [];
        try
        {
            List<Stmt> steps = Collect(lower);
            _block.AddRange(_declarations);
            _block.AddRange(steps);
        }
        catch (RefusalException refusal)
        {
            if (refusal.Problem is null)
                Invalid = true;
            else
                Problems.Add(refusal.Problem);
        }
        finally
        {
            _origin = outerOrigin;
            _declarations = outerDeclarations;
        }
    }

    /// <summary>Names a value, so that later side effects cannot change it: <c>Let t0 = value</c>.</summary>
    public Expr Capture(Expr value)
    {
        Var temporary = NewTemporary(value.Type);
        Emit(new Let(temporary, value));
        return temporary.Read;
    }

    /// <summary>The value, named unless naming it would change nothing: a constant, or a variable that keeps its value.</summary>
    public Expr Once(Expr value) =>
        value is RealConst or InertConst or Read { Place: StaticPlace } || (value is Read { Place: LocalPlace local } && !IsReassigned(local.Var))
            ? value
            : Capture(value);

    /// <summary>A counter of a loop of its own.</summary>
    public Var NewIndex()
    {
        string name = new[] { "i", "j", "k" }.FirstOrDefault(n => !_userNames.Contains(n)) ?? "index";
        while (_userNames.Contains(name))
            name += "_";
        var index = new Var(_names.Fresh(name), IrType.Int32, VarRole.Temporary);
        _reassigned.Add(index);
        return index;
    }

    /// <summary>A temporary that is assigned more than once.</summary>
    public Var NewState(IrType type)
    {
        Var state = NewTemporary(type);
        _reassigned.Add(state);
        return state;
    }

    /// <summary>Whether the variable may be assigned after its declaration.</summary>
    public bool IsReassigned(Var variable) => _reassigned.Contains(variable);

    public bool IsReassigned(ILocalSymbol local) => _reassignedNames.Contains(local.Name);

    /// <summary>
    /// What a variable of storage type stands for, as long as it is assigned only once: an expression, or null for storage that was brought
    /// into being for it. False where that is not known.
    /// </summary>
    public bool TryGetStorage(Var variable, out Expr? value)
    {
        value = null;
        return !IsReassigned(variable) && _storage.TryGetValue(variable, out value);
    }

    /// <summary>What an <c>Index</c> is made of: a value that stays what it is, and whether it counts from the end.</summary>
    public sealed record IndexValue(Expr Value, bool IsFromEnd);

    /// <summary>What a <c>Range</c> is made of, null where it is open; of an <c>Index</c>, the first alone.</summary>
    public sealed record RangeValue(IndexValue? First, IndexValue? Last);

    public void Note(ILocalSymbol local, RangeValue range) => _ranges[local] = range;

    public RangeValue? TryGetRange(ILocalSymbol local) => _ranges.TryGetValue(local, out RangeValue? range) ? range : null;

    /// <summary>Lets a <c>ref</c> local stand for a place from here on.</summary>
    public void Refer(ILocalSymbol local, Place place) => _references[local] = place;

    /// <summary>The place that a <c>ref</c> local stands for.</summary>
    public Place Reference(ILocalSymbol local) =>
        _references.TryGetValue(local, out Place? place) ? place : throw new RefusalException(null);

    public Var NewTemporary(IrType type)
    {
        string name;
        do
            name = "t" + (_temporaries++).ToString(System.Globalization.CultureInfo.InvariantCulture);
        while (_userNames.Contains(name));
        return new Var(_names.Fresh(name), type, VarRole.Temporary);
    }

    /// <summary>A label that no other block has: <c>switch0</c>, <c>loop1</c>.</summary>
    public string NewLabel(string kind) => kind + (_labels++).ToString(System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>The variable of a local that is declared where it stands.</summary>
    public Var NewLocal(ILocalSymbol local, IrType type)
    {
        if (_variables.TryGetValue(local, out Var? known))
            return known;
        var variable = new Var(_names.Fresh(local.Name), type, VarRole.Local);
        _variables.Add(local, variable);
        NoteReassigned(local.Name, variable);
        return variable;
    }

    private void NoteReassigned(string name, Var variable)
    {
        if (_reassignedNames.Contains(name))
            _reassigned.Add(variable);
    }

    /// <summary>
    /// The variable of a local that is declared inside an expression (<c>out var y</c>, <c>is var y</c>). It is declared before the
    /// statement, because its scope reaches beyond the branch that assigns it.
    /// </summary>
    public Var NewHoistedLocal(ILocalSymbol local, IrType type)
    {
        Var variable = NewLocal(local, type);
        if (_hoisted.Add(local))
            _declarations.Add(new Declare(variable, null, _origin));
        return variable;
    }

    /// <summary>Declares a local here and not where its declaration stands, because code between the two reaches past that.</summary>
    public void DeclareHere(ILocalSymbol local, IrType type)
    {
        Var variable = NewLocal(local, type);
        if (!_hoisted.Add(local))
            return;
        // Its declaration assigns it, in each round where the code is repeated.
        _reassignedNames.Add(local.Name);
        _reassigned.Add(variable);
        Emit(new Declare(variable));
    }

    public bool IsHoisted(ILocalSymbol local) => _hoisted.Contains(local);

    /// <summary>A variable for what is passed by <c>out _</c>.</summary>
    public Var NewHoistedTemporary(IrType type)
    {
        Var variable = NewTemporary(type);
        _declarations.Add(new Declare(variable, null, _origin));
        return variable;
    }

    public Var Find(ISymbol symbol) =>
        // A local is unknown only where its declaration was refused, or does not compile: that error is enough.
        _variables.TryGetValue(symbol, out Var? variable) ? variable : throw new RefusalException(null);

    /// <summary>Runs the lowering of one expression, and names its value where it would be too high.</summary>
    public Expr Bounded(Func<Expr> lower)
    {
        int siblings = _height;
        _height = 0;
        Expr value = Raise(lower());
        _height = Math.Max(siblings, _height);
        return value;
    }

    /// <summary>Counts one level on top of the operands lowered so far.</summary>
    public Expr Raise(Expr value)
    {
        _height = value is Read or RealConst or InertConst ? 1 : _height + 1;
        if (_height < HighestExpression)
            return value;
        _height = 1;
        return Capture(value);
    }

    /// <summary>The IR's type of a C# type; refuses one that differentiated code cannot have values of.</summary>
    public IrType TypeOf(ITypeSymbol? type, SyntaxNode at)
    {
        if (type is null or { TypeKind: TypeKind.Error })
            throw new RefusalException(null);
        if (Types.OfVariable(type) is not { } known)
            throw Refuse("ADG021", at, Types.Shown(type));
        if (Types.Content(type) is { TypeKind: TypeKind.Enum } named)
            RequireAccess(named, at);
        return known;
    }

    /// <summary>Refuses what the code of this body names and the type it is generated into cannot reach.</summary>
    public void RequireAccess(ISymbol symbol, SyntaxNode at)
    {
        if (CallGraph.IsFileLocal(symbol))
            throw RefuseConstruct(at, $"'{symbol.Name}', which is local to its file,");
        if (Helper is not null && !Calls.CanReach(symbol))
            throw Refuse("ADG025", at, symbol.ToDisplayString(SymbolDisplayFormat.CSharpShortErrorMessageFormat), Calls.Within.Name);
    }

    public RefusalException RefuseConstruct(IOperation operation) => RefuseConstruct(operation.Syntax, Wording.Of(operation));

    public RefusalException RefuseConstruct(SyntaxNode at, string words) => Refuse("ADG020", at, words);

    /// <summary>An error of the body (020 to 059); the call chain is its last argument.</summary>
    public RefusalException Refuse(string id, SyntaxNode at, params string[] arguments) =>
        new(new DiagnosticInfo(id, LocationInfo.Of(Wording.Place(at)), arguments.Append(Chain).ToEquatableArray()));
}
