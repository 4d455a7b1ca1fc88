using AutoDiffGen.Generator.Ir;
using AutoDiffGen.Generator.Model;

namespace AutoDiffGen.Generator.Transform;

/// <summary>
/// Numbers the arrays that a variable may refer to, so that the reverse sweep finds the array of each path and round by a number that can
/// be recorded: from 0 those that are known by name here, below 0 those that the method has taken from its memory, by their handles.
/// </summary>
/// <example><code>
/// if (c) a = p; else a = new double[n];        →        if (c) which = 0; else { h = handle of a new array; which = -1 - h; }  a = which == 0 ? p : taken[-1 - which];
/// </code></example>
internal sealed class ReferenceNumbers(Allocations allocations)
{
    private readonly List<Var> _named = [];
    private readonly List<Var> _taken = [];

    /// <summary>The number of an array that is known by name.</summary>
    public int Number(Var array)
    {
        int known = _named.IndexOf(array);
        if (known >= 0)
            return known;
        _named.Add(array);
        return _named.Count - 1;
    }

    /// <summary>The number of what a reference refers to at the end of a block.</summary>
    /// <param name="known">The numbers of references that have one already.</param>
    public Expr NumberOf(Var reference, IReadOnlyList<Stmt> block, Func<Var, Expr?> known)
    {
        Dictionary<Var, Expr> values = block.OfType<Let>().ToDictionary(l => l.Var, l => l.Value);
        var inside = new HashSet<Var>(block.All().SelectMany(s => s.Writes()));
        return Of(reference);

        Expr Of(Var array)
        {
            if (known(array) is { } number)
                return number;
            if (!inside.Contains(array))
                return Int(Number(array));
            if (allocations.Handle(array) is { } handle)
            {
                _taken.Add(array);
                return Negative(handle.Read);
            }

            return values.TryGetValue(array, out Expr? value) ? OfValue(value) : throw Unsupported(reference);
        }

        Expr OfValue(Expr value)
        {
            switch (value)
            {
                case Read { Place: LocalPlace local }:
                    return Of(local.Var);
                case Conditional choice:
                    return new Conditional(choice.Condition, OfValue(choice.WhenTrue), OfValue(choice.WhenFalse));
                case Taken taken:
                    _taken.AddRange(taken.Arrays);
                    return Negative(taken.Handle);
                default:
                    throw Unsupported(reference);
            }
        }
    }

    /// <summary>The array of a number.</summary>
    public Expr Chosen(Var which, IrType type)
    {
        Expr? choice = _taken.Count == 0 ? null : new Taken(Negative(which.Read), _taken.Distinct().ToEquatableArray(), type);
        for (int i = _named.Count - 1; i >= 0; i--)
        {
            choice = choice is null
                ? _named[i].Read
                : new Conditional(new Binary(BinaryOp.Equal, which.Read, Int(i), IrType.Bool), _named[i].Read, choice);
        }

        return choice!;
    }

    public static InertConst Int(int value) => new(value.ToString(System.Globalization.CultureInfo.InvariantCulture), IrType.Int32);

    private static Expr Negative(Expr number) => new Binary(BinaryOp.Subtract, Int(-1), number, IrType.Int32);

    private static UnsupportedException Unsupported(Var variable) =>
        new($"The variable '{variable.Name}', which refers to part of an array that a branch or round of a loop chose,");
}

/// <summary>The arrays that a method creates, with handles for those that have to be found again.</summary>
internal sealed class Allocations(Names names)
{
    private readonly HashSet<Var> _created = [];
    private readonly Dictionary<Var, Var> _handles = [];

    public void Add(Allocate allocate)
    {
        _created.Add(allocate.Var);
        if (allocate.Handle is not null)
            _handles[allocate.Var] = allocate.Handle;
    }

    /// <summary>The variable for the handle of an array; null where the variable is none that is created.</summary>
    public Var? Handle(Var array)
    {
        if (!_created.Contains(array))
            return null;
        if (!_handles.TryGetValue(array, out Var? handle))
            _handles[array] = handle = new Var(names.Fresh("handle"), IrType.Int32, VarRole.Temporary);
        return handle;
    }

    /// <summary>The statements, with the handles that were asked for.</summary>
    public EquatableArray<Stmt> WithHandles(EquatableArray<Stmt> body) => new Handles(_handles).Block(body);

    private sealed class Handles(Dictionary<Var, Var> handles) : Rewriter
    {
        public override IEnumerable<Stmt> Visit(Stmt stmt) => stmt is Allocate allocate && handles.TryGetValue(allocate.Var, out Var? handle)
            ? [allocate with { Handle = handle }]
            : base.Visit(stmt);
    }
}
