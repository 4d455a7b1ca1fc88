using AutoDiffGen.Generator.Ir;

namespace AutoDiffGen.Generator.Transform;

/// <summary>
/// Variables for arrays that a loop makes refer to other arrays, or to parts of them. What each refers to is said by integers that are
/// handed from round to round, so that the reverse sweep finds every round's arrays, and their shadows.
/// </summary>
/// <example><code>
/// while (…) { t = p; p = q; q = t; }        →        which = 0; other = 1;
///                                                    while (…) { p1 = which == 0 ? p : q; q1 = other == 0 ? p : q; …; which = other1; other = which1; }
/// while (…) { s = s.Slice(1, n); }          →        start = 0; count = s.Length;
///                                                    while (…) { s1 = s.Slice(start, count); …; start = start1 + 1; count = n; }
/// </code></example>
internal sealed class CarriedReferences
{
    private readonly List<Carried> _carried = [];
    private readonly ReferenceNumbers _numbers;
    private readonly Names _names;
    private readonly Origin? _origin;

    /// <param name="references">The variables, each with the version it has before the loop.</param>
    public CarriedReferences(
        IReadOnlyList<KeyValuePair<Var, Var>> references, Allocations allocations, Names names, Func<Var, Var> newVersion, Origin? origin)
    {
        _numbers = new ReferenceNumbers(allocations);
        _names = names;
        _origin = origin;
        foreach (KeyValuePair<Var, Var> reference in references)
        {
            int number = _numbers.Number(reference.Value);
            var carried = new Carried(reference.Key, reference.Value, NewHandedOn("which", Integers.Constant(number)), newVersion(reference.Key));
            carried.Referents.Named.Add(number);
            _carried.Add(carried);
        }
    }

    /// <summary>An integer that is handed from round to round.</summary>
    private sealed record HandedOn(Var Var, Var OnEntry, Expr First);

    /// <param name="first">What it refers to before the loop.</param>
    /// <param name="onEntry">What it refers to at the start of a round.</param>
    private sealed class Carried(Var variable, Var first, HandedOn which, Var onEntry)
    {
        public Var Variable { get; } = variable;

        public Var First { get; } = first;

        public Var OnEntry { get; } = onEntry;

        public Referents Referents { get; } = new();

        public HandedOn Which { get; } = which;

        public HandedOn? Row { get; set; }

        public HandedOn? Start { get; set; }

        public HandedOn? Count { get; set; }

        public IEnumerable<HandedOn> All => new[] { Which, Row, Start, Count }.OfType<HandedOn>();

        public ReferenceNumber Number(Func<HandedOn, Var> variable) =>
            new(variable(Which).Read, Row is null ? null : variable(Row).Read, Start is null ? null : variable(Start).Read, Count is null ? null : variable(Count).Read);
    }

    /// <summary>The integers before the first round; to be asked for after <see cref="Round"/>.</summary>
    public IEnumerable<Stmt> Before => _carried.SelectMany(c => c.All).Select(h => new Declare(h.Var, h.First, _origin));

    /// <summary>What the variables are called within a round.</summary>
    public IEnumerable<KeyValuePair<Var, Var>> OnEntry => _carried.Select(c => new KeyValuePair<Var, Var>(c.Variable, c.OnEntry));

    /// <summary>The statements of a round with those that hand the integers on; to be called once.</summary>
    /// <param name="final">The version of each variable at the end of the round.</param>
    public List<Stmt> Round(List<Stmt> round, IReadOnlyDictionary<Var, Var> final)
    {
        List<Stmt> handOvers = round.Completes() ? HandOvers(round, final) : [];
        var entry = new List<Stmt>();
        foreach (HandedOn integer in _carried.SelectMany(c => c.All))
            entry.Add(new Let(integer.OnEntry, integer.Var.Read, _origin));
        foreach (Carried carried in _carried)
            entry.Add(new Let(carried.OnEntry, _numbers.Chosen(carried.Number(h => h.OnEntry), carried.OnEntry.Type, carried.Referents), _origin));
        return [.. entry, .. round, .. handOvers];
    }

    /// <summary>Names what the variables refer to after the loop.</summary>
    public IEnumerable<(Var Variable, Let Let)> After(Func<Var, Var> newVersion) =>
        _carried.Select(c => (c.Variable, new Let(newVersion(c.Variable), _numbers.Chosen(c.Number(h => h.Var), c.Variable.Type, c.Referents), _origin)));

    private List<Stmt> HandOvers(List<Stmt> round, IReadOnlyDictionary<Var, Var> final)
    {
        // A variable may be given what another one referred to, and so be a part because that one is.
        ReferenceNumber[] numbers;
        do
            numbers = _carried.Select(c => _numbers.NumberOf(final[c.Variable], c.Variable, round, OnEntryOf, c.Referents)).ToArray();
        while (Extend(numbers));
        Close();

        var handOvers = new List<Stmt>();
        for (int i = 0; i < _carried.Count; i++)
        {
            Carried carried = _carried[i];
            Hand(carried.Which, numbers[i].Which);
            Hand(carried.Row, numbers[i].Row ?? Integers.Constant(0));
            Hand(carried.Start, numbers[i].Start ?? Integers.Constant(0));
            Hand(carried.Count, numbers[i].Count ?? new Length(final[carried.Variable].Read));
        }

        return handOvers;

        void Hand(HandedOn? integer, Expr value)
        {
            if (integer is not null)
                handOvers.Add(new Assign(new LocalPlace(integer.Var), value, _origin));
        }
    }

    /// <summary>What is given what another of the variables referred to may refer to all that the other may.</summary>
    private void Close()
    {
        bool hasGrown;
        do
        {
            hasGrown = false;
            foreach (Carried carried in _carried)
            {
                foreach (Carried other in _carried.Where(o => o != carried && carried.Referents.Known.Contains(o.OnEntry)).ToArray())
                    hasGrown |= carried.Referents.Add(other.Referents);
            }
        }
        while (hasGrown);
    }

    /// <summary>Gives the variables the integers that they need; false where they have them all.</summary>
    private bool Extend(ReferenceNumber[] numbers)
    {
        bool isExtended = false;
        for (int i = 0; i < _carried.Count; i++)
        {
            Carried carried = _carried[i];
            if (numbers[i].Row is not null && carried.Row is null)
            {
                carried.Row = NewHandedOn("row", Integers.Constant(0));
                isExtended = true;
            }

            if (numbers[i].Start is not null && carried.Start is null)
            {
                carried.Start = NewHandedOn("start", Integers.Constant(0));
                carried.Count = NewHandedOn("count", new Length(carried.First.Read));
                isExtended = true;
            }
        }

        return isExtended;
    }

    private HandedOn NewHandedOn(string name, Expr first) =>
        new(new Var(_names.Fresh(name), IrType.Int32, VarRole.Temporary), new Var(_names.Fresh(name), IrType.Int32, VarRole.Temporary), first);

    private ReferenceNumber? OnEntryOf(Var reference) => _carried.FirstOrDefault(c => c.OnEntry == reference)?.Number(h => h.OnEntry);
}
