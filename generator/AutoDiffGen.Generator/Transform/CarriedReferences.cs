using AutoDiffGen.Generator.Ir;

namespace AutoDiffGen.Generator.Transform;

/// <summary>
/// Variables for arrays that a loop makes refer to one another's elements. Which array each refers to is a number that is handed from round
/// to round, so that the reverse sweep finds every round's arrays, and their shadows, by the number.
/// </summary>
/// <example><code>
/// while (…) { t = p; p = q; q = t; }        →        which = 0; other = 1;
///                                                    while (…) { p1 = which == 0 ? p : q; q1 = other == 0 ? p : q; …; which = other1; other = which1; }
/// </code></example>
internal sealed class CarriedReferences
{
    private readonly List<Carried> _carried = [];
    private readonly List<Var> _arrays = [];
    private readonly Origin? _origin;

    /// <param name="references">The variables, each with the version it has before the loop.</param>
    public CarriedReferences(IReadOnlyList<KeyValuePair<Var, Var>> references, Names names, Func<Var, Var> newVersion, Origin? origin)
    {
        _origin = origin;
        foreach (KeyValuePair<Var, Var> reference in references)
        {
            int number = Number(reference.Value);
            var which = new Var(names.Fresh("which"), IrType.Int32, VarRole.Temporary);
            var onEntry = new Var(names.Fresh("which"), IrType.Int32, VarRole.Temporary);
            _carried.Add(new Carried(reference.Key, which, onEntry, newVersion(reference.Key), number));
        }
    }

    private sealed record Carried(Var Variable, Var Which, Var WhichOnEntry, Var OnEntry, int First);

    /// <summary>The numbers before the first round.</summary>
    public IEnumerable<Stmt> Before => _carried.Select(c => new Declare(c.Which, Int(c.First), _origin));

    /// <summary>What the variables are called within a round.</summary>
    public IEnumerable<KeyValuePair<Var, Var>> OnEntry => _carried.Select(c => new KeyValuePair<Var, Var>(c.Variable, c.OnEntry));

    /// <summary>The statements of a round with those that hand the numbers on; to be called once.</summary>
    /// <param name="final">The version of each variable at the end of the round.</param>
    public List<Stmt> Round(List<Stmt> round, IReadOnlyDictionary<Var, Var> final)
    {
        Dictionary<Var, Expr> values = round.OfType<Let>().ToDictionary(l => l.Var, l => l.Value);
        var declared = new HashSet<Var>(round.All().SelectMany(s => s.Writes()));
        List<Stmt> handOvers = !round.Completes()
            ? []
            : _carried.Select(c => (Stmt)new Assign(new LocalPlace(c.Which), WhichOf(final[c.Variable], c.Variable), _origin)).ToList();
        var entry = new List<Stmt>();
        foreach (Carried carried in _carried)
            entry.Add(new Let(carried.WhichOnEntry, carried.Which.Read, _origin));
        foreach (Carried carried in _carried)
            entry.Add(new Let(carried.OnEntry, Chosen(carried.WhichOnEntry), _origin));
        return [.. entry, .. round, .. handOvers];

        Expr WhichOf(Var reference, Var variable)
        {
            if (_carried.FirstOrDefault(c => c.OnEntry == reference) is { } carried)
                return carried.WhichOnEntry.Read;
            if (!declared.Contains(reference))
                return Int(Number(reference));
            return values.TryGetValue(reference, out Expr? value)
                ? Of(value)
                : throw Unsupported(variable);

            Expr Of(Expr made) => made switch
            {
                Read { Place: LocalPlace local } => WhichOf(local.Var, variable),
                Conditional choice => new Conditional(choice.Condition, Of(choice.WhenTrue), Of(choice.WhenFalse)),
                _ => throw Unsupported(variable),
            };
        }
    }

    /// <summary>Names what the variables refer to after the loop.</summary>
    public IEnumerable<(Var Variable, Let Let)> After(Func<Var, Var> newVersion) =>
        _carried.Select(c => (c.Variable, new Let(newVersion(c.Variable), Chosen(c.Which), _origin)));

    private Expr Chosen(Var which)
    {
        Expr choice = _arrays[_arrays.Count - 1].Read;
        for (int i = _arrays.Count - 2; i >= 0; i--)
            choice = new Conditional(new Binary(BinaryOp.Equal, which.Read, Int(i), IrType.Bool), _arrays[i].Read, choice);
        return choice;
    }

    private int Number(Var array)
    {
        int known = _arrays.IndexOf(array);
        if (known >= 0)
            return known;
        _arrays.Add(array);
        return _arrays.Count - 1;
    }

    private static UnsupportedException Unsupported(Var variable) =>
        new($"The variable '{variable.Name}', which each round of a loop makes refer to elements of its own,");

    private static InertConst Int(int value) => new(value.ToString(System.Globalization.CultureInfo.InvariantCulture), IrType.Int32);
}
