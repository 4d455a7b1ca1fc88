using AutoDiffGen.Generator.Ir;

namespace AutoDiffGen.Generator.Transform;

/// <summary>
/// Variables for arrays that a loop makes refer to other arrays. Which array each refers to is a number that is handed from round
/// to round, so that the reverse sweep finds every round's arrays, and their shadows, by the number.
/// </summary>
/// <example><code>
/// while (…) { t = p; p = q; q = t; }        →        which = 0; other = 1;
///                                                    while (…) { p1 = which == 0 ? p : q; q1 = other == 0 ? p : q; …; which = other1; other = which1; }
/// </code></example>
internal sealed class CarriedReferences
{
    private readonly List<Carried> _carried = [];
    private readonly ReferenceNumbers _numbers;
    private readonly Origin? _origin;

    /// <param name="references">The variables, each with the version it has before the loop.</param>
    public CarriedReferences(
        IReadOnlyList<KeyValuePair<Var, Var>> references, Allocations allocations, Names names, Func<Var, Var> newVersion, Origin? origin)
    {
        _numbers = new ReferenceNumbers(allocations);
        _origin = origin;
        foreach (KeyValuePair<Var, Var> reference in references)
        {
            int number = _numbers.Number(reference.Value);
            var which = new Var(names.Fresh("which"), IrType.Int32, VarRole.Temporary);
            var onEntry = new Var(names.Fresh("which"), IrType.Int32, VarRole.Temporary);
            _carried.Add(new Carried(reference.Key, which, onEntry, newVersion(reference.Key), number));
        }
    }

    private sealed record Carried(Var Variable, Var Which, Var WhichOnEntry, Var OnEntry, int First);

    /// <summary>The numbers before the first round.</summary>
    public IEnumerable<Stmt> Before => _carried.Select(c => new Declare(c.Which, ReferenceNumbers.Int(c.First), _origin));

    /// <summary>What the variables are called within a round.</summary>
    public IEnumerable<KeyValuePair<Var, Var>> OnEntry => _carried.Select(c => new KeyValuePair<Var, Var>(c.Variable, c.OnEntry));

    /// <summary>The statements of a round with those that hand the numbers on; to be called once.</summary>
    /// <param name="final">The version of each variable at the end of the round.</param>
    public List<Stmt> Round(List<Stmt> round, IReadOnlyDictionary<Var, Var> final)
    {
        List<Stmt> handOvers = !round.Completes()
            ? []
            : _carried.Select(c => (Stmt)new Assign(new LocalPlace(c.Which), _numbers.NumberOf(final[c.Variable], round, OnEntryOf), _origin)).ToList();
        var entry = new List<Stmt>();
        foreach (Carried carried in _carried)
            entry.Add(new Let(carried.WhichOnEntry, carried.Which.Read, _origin));
        foreach (Carried carried in _carried)
            entry.Add(new Let(carried.OnEntry, _numbers.Chosen(carried.WhichOnEntry, carried.OnEntry.Type), _origin));
        return [.. entry, .. round, .. handOvers];
    }

    /// <summary>Names what the variables refer to after the loop.</summary>
    public IEnumerable<(Var Variable, Let Let)> After(Func<Var, Var> newVersion) =>
        _carried.Select(c => (c.Variable, new Let(newVersion(c.Variable), _numbers.Chosen(c.Which, c.Variable.Type), _origin)));

    private Expr? OnEntryOf(Var reference) => _carried.FirstOrDefault(c => c.OnEntry == reference)?.WhichOnEntry.Read;
}
