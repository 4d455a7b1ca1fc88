using AutoDiffGen.Generator.Ir;
using AutoDiffGen.Generator.Model;

namespace AutoDiffGen.Generator.Transform;

/// <summary>
/// To-be-recorded: makes the values of a forward branch available in its reverse branch. What is cheap to compute again from what
/// is at hand is computed again there; the rest is kept in a variable declared before the forward branch.
/// </summary>
/// <example><code>
/// if (c) { t = Math.Exp(x); s = 2 * t; }        double t = 0;
/// …                                       →     if (c) { t = Math.Exp(x); s = 2 * t; }
/// if (c) dx = ds * 2 * t;                       …
///                                               if (c) dx = ds * 2 * t;
/// </code></example>
internal sealed class Keep
{
    private const int MaxRecomputed = 4;

    private readonly Dictionary<Var, Definition> _definitions = [];
    private readonly Dictionary<Var, BlockNode> _kept = [];
    private readonly Dictionary<BlockNode, Dictionary<Var, Let>> _again = [];
    private readonly Names _names;
    private readonly bool _recompute;

    private Keep(Names names, bool recompute)
    {
        _names = names;
        _recompute = recompute;
    }

    /// <param name="recompute">Whether cheap values may be computed again; otherwise all are kept.</param>
    public static Function Run(Function function, bool recompute)
    {
        var pass = new Keep(new Names(function.Names()), recompute);
        var root = new BlockNode(function.Body, null, 0);
        pass.Define(root);
        pass.Use(root);
        return function with { Body = pass.Rebuild(root, new Dictionary<Var, Var>()).ToEquatableArray() };
    }

    /// <summary>A block and where it stands in the one around it.</summary>
    private sealed class BlockNode
    {
        public BlockNode(EquatableArray<Stmt> statements, BlockNode? parent, int index)
        {
            Statements = statements;
            Parent = parent;
            Index = index;
            Inner = statements.Select((s, i) => s.Blocks().Select(b => new BlockNode(b, this, i)).ToArray()).ToArray();
        }

        public EquatableArray<Stmt> Statements { get; }

        public BlockNode? Parent { get; }

        public int Index { get; }

        public BlockNode[][] Inner { get; }

        public bool Contains(BlockNode other)
        {
            for (BlockNode? node = other; node is not null; node = node.Parent)
            {
                if (node == this)
                    return true;
            }

            return false;
        }
    }

    private sealed record Definition(BlockNode Block, Stmt Stmt);

    private void Define(BlockNode node)
    {
        for (int i = 0; i < node.Statements.Count; i++)
        {
            if (node.Statements[i] is Let or Declare or LetSinCos)
            {
                foreach (Var variable in node.Statements[i].Writes())
                    _definitions[variable] = new Definition(node, node.Statements[i]);
            }

            foreach (BlockNode inner in node.Inner[i])
                Define(inner);
        }
    }

    private void Use(BlockNode node)
    {
        for (int i = 0; i < node.Statements.Count; i++)
        {
            foreach (Var variable in node.Statements[i].Expressions().SelectMany(e => e.Reads()))
                MakeVisible(variable, node);
            foreach (BlockNode inner in node.Inner[i])
                Use(inner);
        }
    }

    private void MakeVisible(Var variable, BlockNode user)
    {
        if (IsVisible(variable, user))
            return;
        if (_recompute && Recompute(variable, user))
            return;

        BlockNode ancestor = _kept.TryGetValue(variable, out BlockNode? kept) ? kept : _definitions[variable].Block;
        while (!ancestor.Contains(user))
            ancestor = ancestor.Parent!;
        _kept[variable] = ancestor;
    }

    private bool IsVisible(Var variable, BlockNode user)
    {
        if (!_definitions.TryGetValue(variable, out Definition? definition))
            return true;
        if (definition.Block.Contains(user) || (_kept.TryGetValue(variable, out BlockNode? kept) && kept.Contains(user)))
            return true;
        for (BlockNode? node = user; node is not null; node = node.Parent)
        {
            if (_again.TryGetValue(node, out Dictionary<Var, Let>? again) && again.ContainsKey(variable))
                return true;
        }

        return false;
    }

    /// <summary>Computes a value again at the start of a block, with the cheap values it is made of; false where that takes too much.</summary>
    private bool Recompute(Var variable, BlockNode user)
    {
        var needed = new List<Let>();
        if (!Collect(variable))
            return false;
        if (!_again.TryGetValue(user, out Dictionary<Var, Let>? again))
            _again[user] = again = [];
        foreach (Let let in needed)
            again[let.Var] = let;
        return true;

        bool Collect(Var wanted)
        {
            if (IsVisible(wanted, user) || needed.Any(l => l.Var == wanted))
                return true;
            if (_definitions[wanted].Stmt is not Let let || !IsCheap(let.Value) || needed.Count >= MaxRecomputed)
                return false;
            if (!let.Value.Reads().All(Collect))
                return false;
            needed.Add(let);
            return needed.Count <= MaxRecomputed;
        }
    }

    private static bool IsCheap(Expr expr) => expr.Tree().All(e => e switch
    {
        RealConst or InertConst or Unary or StopGradient => true,
        Read read => read.Place is LocalPlace or StaticPlace,
        Binary binary => binary.Op is not (BinaryOp.Divide or BinaryOp.Remainder) && !binary.Checked,
        Convert convert => !convert.Checked,
        _ => false,
    });

    private List<Stmt> Rebuild(BlockNode node, Dictionary<Var, Var> renamed)
    {
        var inner = new Dictionary<Var, Var>(renamed);
        var done = new List<Stmt>();
        if (_again.TryGetValue(node, out Dictionary<Var, Let>? again))
        {
            foreach (Let let in again.Values)
            {
                var copy = let.Var with { Name = _names.Fresh(let.Var.Name), Role = VarRole.Temporary };
                done.Add(new Let(copy, new Rename(inner).Visit(let.Value), let.Origin is null ? null : let.Origin with { Text = null }));
                inner[let.Var] = copy;
            }
        }

        var rename = new Rename(inner);
        for (int i = 0; i < node.Statements.Count; i++)
        {
            // A variable that is kept for a later block is declared before the statement whose branch sets it.
            foreach (KeyValuePair<Var, BlockNode> kept in _kept)
            {
                if (kept.Value == node && _definitions[kept.Key].Block != node && node.Inner[i].Any(b => b.Contains(_definitions[kept.Key].Block)))
                    done.Add(new Declare(kept.Key, Reals.Zero(kept.Key.Type), node.Statements[i].Origin));
            }

            Stmt stmt = node.Statements[i];
            switch (stmt)
            {
                case If branch:
                    done.Add(branch with
                    {
                        Condition = rename.Visit(branch.Condition),
                        Then = Rebuild(node.Inner[i][0], inner).ToEquatableArray(),
                        Else = Rebuild(node.Inner[i][1], inner).ToEquatableArray(),
                    });
                    break;
                case Let let when _kept.ContainsKey(let.Var):
                    done.Add(new Assign(new LocalPlace(let.Var), rename.Visit(let.Value), let.Origin));
                    break;
                case Declare { Value: null } declare when _kept.ContainsKey(declare.Var):
                    break;
                default:
                    done.AddRange(rename.Visit(stmt));
                    break;
            }
        }

        return done;
    }

    private sealed class Rename(Dictionary<Var, Var> names) : Rewriter
    {
        public override Place Visit(Place place) =>
            place is LocalPlace local && names.TryGetValue(local.Var, out Var? renamed) ? new LocalPlace(renamed) : base.Visit(place);
    }
}
