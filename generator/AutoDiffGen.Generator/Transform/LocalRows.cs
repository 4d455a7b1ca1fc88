using AutoDiffGen.Generator.Analysis;
using AutoDiffGen.Generator.Ir;
using AutoDiffGen.Generator.Model;

namespace AutoDiffGen.Generator.Transform;

/// <summary>
/// Makes tables of numbers of the arrays of arrays that the method creates: a row is said by a number, as in
/// <see cref="ReferenceNumbers"/>, and two rows that are one array have one number. 0 is no row; from 1 come the caller's arrays that are
/// stored as rows, then the rows of the caller's arrays of arrays; below 0 the arrays that are created, by their handles.
/// </summary>
/// <example><code>
/// w = new double[n][];  h = handle of r = new double[m];  w[0] = r;  w[1] = a;  t = w[i];  t[0] = x;
///         →
/// w = new int[n];  h = handle of r = new double[m];  w[0] = -1 - h;  w[1] = 1;  k = w[i];  t = k &lt;= 0 ? taken[-1 - k] : a;  t[0] = x;
/// </code></example>
internal sealed class LocalRows : Rewriter
{
    private readonly Names _names;
    private readonly Dictionary<Var, Stmt> _definitions = [];
    private readonly Dictionary<Var, Var> _tables = [];
    private readonly Dictionary<Var, Var> _numbers = [];
    private readonly Dictionary<IrType, Candidates> _candidates = [];

    private LocalRows(Function function)
    {
        _names = new Names(function.Names());
        foreach (Stmt stmt in function.Body.All().Where(s => s is Let or Declare or Allocate))
            _definitions[stmt.Writes().First()] = stmt;
    }

    /// <summary>What a row of some type may be.</summary>
    private sealed class Candidates
    {
        public List<Place> Arrays { get; } = [];

        public List<Place> ArraysOfRows { get; } = [];

        public List<Var> Created { get; } = [];

        public int Number(Place array) => 1 + IndexOf(Arrays, array);

        /// <summary>The number of the first row of an array of arrays.</summary>
        public Expr FirstNumber(Place rows)
        {
            Expr number = Integers.Constant(1 + Arrays.Count);
            foreach (Place before in ArraysOfRows.Take(IndexOf(ArraysOfRows, rows)))
                number = Integers.Sum(number, new Length(new Read(before)));
            return number;
        }

        public static int IndexOf(List<Place> places, Place place)
        {
            if (!places.Contains(place))
                places.Add(place);
            return places.IndexOf(place);
        }
    }

    /// <param name="function">One operation a statement; arrays that may become rows have handles (<see cref="Handled"/>).</param>
    public static Function Run(Function function)
    {
        if (!function.Body.All().Any(s => s is Allocate { Var.Type: ArrayType { Element: ArrayType } }))
            return function;
        var pass = new LocalRows(function);
        pass.FindTables();
        foreach (Assign store in function.Body.All().OfType<Assign>().Where(IsRowStore))
            pass.Note(store.Value, pass.Of(store.Target.Type), store);
        foreach (KeyValuePair<Var, Stmt> row in pass._definitions.Where(d => d.Key.Type is ArrayType { Element: not ArrayType } && Value(d.Value) is { } value && pass.MayBeInTable(value)))
        {
            pass._numbers[row.Key] = new Var(pass._names.Fresh("number"), IrType.Int32, VarRole.Temporary);
            pass.Note(Value(row.Value)!, pass.Of(row.Key.Type), row.Value);
        }

        return function with { Body = pass.Block(function.Body) };
    }

    /// <summary>The created arrays that may be stored as rows: each has to be found again.</summary>
    public static IEnumerable<Var> Handled(EquatableArray<Stmt> body)
    {
        if (!body.All().OfType<Assign>().Any(IsRowStore))
            return [];
        Storages storages = Storages.Of(body);
        var stored = new HashSet<Var>(body.All().OfType<Assign>().Where(IsRowStore).Select(s => storages.Of(s.Target.Root()!)));
        return body.All().OfType<Allocate>().Select(a => a.Var).Where(v => v.Type is ArrayType { Element: not ArrayType } && stored.Contains(storages.Of(v)));
    }

    public static bool IsRowStore(Stmt stmt) => stmt is Assign { Target: ElementPlace { Type: ArrayType } };

    private Candidates Of(IrType row) => _candidates.TryGetValue(row, out Candidates? known) ? known : _candidates[row] = new Candidates();

    /// <summary>Finds the variables for arrays of arrays that are created here, which are none of the caller's.</summary>
    private void FindTables()
    {
        foreach (KeyValuePair<Var, Stmt> definition in _definitions.Where(d => d.Key.Type is ArrayType { Element: ArrayType }))
        {
            bool[] kinds = IsTable(definition.Key).Distinct().ToArray();
            if (kinds.Length > 1)
                throw new UnsupportedException(definition.Key, "which refers to an array of arrays of the caller's or to one created here", definition.Value.Origin);
            if (kinds is [true])
                _tables[definition.Key] = definition.Key with { Type = new ArrayType(IrType.Int32, 1) };
        }
    }

    private IEnumerable<bool> IsTable(Var rows) => !_definitions.TryGetValue(rows, out Stmt? definition) ? [false]
        : definition is Allocate ? [true]
        : Value(definition) is { } value ? IsTable(value) : [];

    private IEnumerable<bool> IsTable(Expr value) => value switch
    {
        Read { Place: LocalPlace local } => IsTable(local.Var),
        Conditional choice => IsTable(choice.WhenTrue).Concat(IsTable(choice.WhenFalse)),
        Taken => [true],
        InertConst => [],
        _ => [false],
    };

    private static Expr? Value(Stmt definition) => definition switch
    {
        Let let => let.Value,
        Declare declare => declare.Value,
        _ => null,
    };

    /// <summary>Whether a reference is made of a row of a table, on some path.</summary>
    private bool MayBeInTable(Expr reference) => reference switch
    {
        Read { Place: ElementPlace { Array: LocalPlace array } } => _tables.ContainsKey(array.Var),
        Conditional choice => MayBeInTable(choice.WhenTrue) || MayBeInTable(choice.WhenFalse),
        View view => MayBeInTable(view.Array),
        Ir.Convert convert => MayBeInTable(convert.Operand),
        _ => false,
    };

    /// <summary>Notes what a value that is stored as a row may be.</summary>
    private void Note(Expr value, Candidates candidates, Stmt store)
    {
        switch (value)
        {
            case Read { Place: LocalPlace local } when _definitions.TryGetValue(local.Var, out Stmt? row) && Value(row) is { } made && MayBeInTable(made):
                break;
            case Ir.Convert convert:
                Note(convert.Operand, candidates, store);
                break;
            case Read { Place: LocalPlace local }:
                if (!_definitions.TryGetValue(local.Var, out Stmt? definition))
                    candidates.Number(local);
                else if (definition is Allocate)
                    candidates.Created.Add(local.Var);
                else
                    Note(Value(definition) ?? throw Unsupported(local.Var, store), candidates, store);
                break;
            case Read { Place: StaticPlace field }:
                candidates.Number(field);
                break;
            case Read { Place: ElementPlace { Array: LocalPlace array } } when _tables.ContainsKey(array.Var):
                break;
            case Read { Place: ElementPlace { Array: LocalPlace or StaticPlace } row }:
                Candidates.IndexOf(candidates.ArraysOfRows, Source(row.Array, store));
                break;
            case Conditional choice:
                Note(choice.WhenTrue, candidates, store);
                Note(choice.WhenFalse, candidates, store);
                break;
            case Taken taken:
                candidates.Created.AddRange(taken.Arrays);
                break;
            case InertConst:
                break;
            default:
                throw new UnsupportedException("Such a row", store.Origin);
        }
    }

    // The caller's array of arrays, whatever it is called here.
    private Place Source(Place rows, Stmt store)
    {
        if (rows is not LocalPlace local || !_definitions.TryGetValue(local.Var, out Stmt? definition))
            return rows;
        return Value(definition) is Read { Place: LocalPlace or StaticPlace } read ? Source(read.Place, store) : throw Unsupported(local.Var, store);
    }

    /// <summary>The number of a row that is stored.</summary>
    private Expr Number(Expr value, Candidates candidates, Stmt store)
    {
        switch (value)
        {
            case Read { Place: LocalPlace local } when _numbers.TryGetValue(local.Var, out Var? number):
                return number.Read;
            case Ir.Convert convert:
                return Number(convert.Operand, candidates, store);
            case Read { Place: LocalPlace local }:
                if (!_definitions.TryGetValue(local.Var, out Stmt? definition))
                    return Integers.Constant(candidates.Number(local));
                return definition is Allocate { Handle: { } handle } ? Negative(handle.Read) : Number(Value(definition)!, candidates, store);
            case Read { Place: StaticPlace field }:
                return Integers.Constant(candidates.Number(field));
            case Read { Place: ElementPlace { Array: LocalPlace array } element } when _tables.ContainsKey(array.Var):
                return new Read(element with { Type = IrType.Int32 });
            case Read { Place: ElementPlace row }:
                return Integers.Sum(candidates.FirstNumber(Source(row.Array, store)), row.Indices[0]);
            case Conditional choice:
                return new Conditional(choice.Condition, Number(choice.WhenTrue, candidates, store), Number(choice.WhenFalse, candidates, store));
            case Taken taken:
                return Negative(taken.Handle);
            default:
                return Integers.Constant(0);
        }
    }

    /// <summary>The row of a number; of 0, which is none, looking it up throws as the method would.</summary>
    private static Expr Row(Expr number, Candidates candidates, IrType type)
    {
        Expr taken = new Taken(Negative(number), candidates.Created.Distinct().ToEquatableArray(), type);
        Expr? given = null;
        foreach (Place rows in Enumerable.Reverse(candidates.ArraysOfRows))
        {
            Expr first = candidates.FirstNumber(rows);
            Expr row = new Read(new ElementPlace(rows, [new Binary(BinaryOp.Subtract, number, first, IrType.Int32)], type));
            Expr end = Integers.Sum(first, new Length(new Read(rows)));
            given = given is null ? row : new Conditional(new Binary(BinaryOp.Less, number, end, IrType.Bool), row, given);
        }

        foreach (Place array in Enumerable.Reverse(candidates.Arrays))
            given = given is null ? new Read(array) : new Conditional(new Binary(BinaryOp.Equal, number, Integers.Constant(candidates.Number(array)), IrType.Bool), new Read(array), given);
        return given is null ? taken : new Conditional(new Binary(BinaryOp.LessOrEqual, number, Integers.Constant(0), IrType.Bool), taken, given);
    }

    public override IEnumerable<Stmt> Visit(Stmt stmt)
    {
        switch (stmt)
        {
            case Let let when _numbers.TryGetValue(let.Var, out Var? number):
                return
                [
                    new Let(number, Visit(Number(let.Value, Of(let.Var.Type), let)), let.Origin),
                    let with { Value = Row(number.Read, Of(let.Var.Type), let.Var.Type) },
                ];
            case Let let when let.Var.Type is SpanType && MayBeInTable(let.Value):
                var numbers = new List<Stmt>();
                Expr found = Found(let.Value, null, let.Origin, numbers);
                return [.. numbers, let with { Value = found }];
            case Assign store when IsRowStore(store):
                return [new Assign(Table((ElementPlace)store.Target), Visit(Number(store.Value, Of(store.Target.Type), store)), store.Origin)];
            case Invoke call when call.Expressions().SelectMany(e => e.Reads()).FirstOrDefault(_tables.ContainsKey) is { } passed:
                throw new UnsupportedException(Named(passed), "which is created here and passed to a method that calls itself", call.Origin);
            default:
                return base.Visit(stmt).Select(s => s switch
                {
                    Let let => let with { Var = Own(let.Var) },
                    Declare declare => declare with { Var = Own(declare.Var) },
                    Allocate allocate => allocate with { Var = Own(allocate.Var) },
                    _ => s,
                });
        }
    }

    /// <summary>The reference with each row of a table looked up by its number.</summary>
    /// <param name="isChosen">Whether the row is asked for at all; null where it always is.</param>
    /// <param name="numbers">Gets the names of the numbers.</param>
    private Expr Found(Expr reference, Expr? isChosen, Origin? origin, List<Stmt> numbers)
    {
        switch (reference)
        {
            case Read { Place: ElementPlace { Array: LocalPlace array } row } when _tables.ContainsKey(array.Var):
                var number = new Var(_names.Fresh("number"), IrType.Int32, VarRole.Temporary);
                Expr read = new Read(Table(row));
                numbers.Add(new Let(number, isChosen is null ? read : new Conditional(isChosen, read, Integers.Constant(0)), origin));
                return Row(number.Read, Of(row.Type), row.Type);
            case Conditional choice:
                return new Conditional(
                    choice.Condition, Found(choice.WhenTrue, Also(choice.Condition), origin, numbers),
                    Found(choice.WhenFalse, Also(new Unary(UnaryOp.Not, choice.Condition, IrType.Bool)), origin, numbers));
            case View view:
                return view with { Array = Found(view.Array, isChosen, origin, numbers) };
            case Ir.Convert convert:
                return convert with { Operand = Found(convert.Operand, isChosen, origin, numbers) };
            default:
                return Visit(reference);
        }

        Expr Also(Expr condition) => isChosen is null ? condition : new Binary(BinaryOp.AndAlso, isChosen, condition, IrType.Bool);
    }

    public override Expr Visit(Expr expr) => expr is Taken { Type: ArrayType { Element: ArrayType } } taken
        ? new Taken(Visit(taken.Handle), taken.Arrays.Select(Own).ToEquatableArray(), new ArrayType(IrType.Int32, 1))
        : base.Visit(expr);

    public override Place Visit(Place place) => place is LocalPlace local ? new LocalPlace(Own(local.Var)) : base.Visit(place);

    protected override Place VisitTarget(Place place) => place is LocalPlace ? Visit(place) : base.VisitTarget(place);

    // By a name of the user's, where a temporary is another name for it.
    private Var Named(Var variable) =>
        variable.Role == VarRole.Temporary && _definitions.TryGetValue(variable, out Stmt? definition) && Value(definition) is Read { Place: LocalPlace source } ? Named(source.Var) : variable;

    private ElementPlace Table(ElementPlace element) => new(Visit(element.Array), Visit(element.Indices), IrType.Int32);

    private Var Own(Var variable) => _tables.TryGetValue(variable, out Var? table) ? table : variable;

    private static UnsupportedException Unsupported(Var variable, Stmt store) => new(variable, "which is stored as a row", store.Origin);

    private static Expr Negative(Expr number) => new Binary(BinaryOp.Subtract, Integers.Constant(-1), number, IrType.Int32);
}
