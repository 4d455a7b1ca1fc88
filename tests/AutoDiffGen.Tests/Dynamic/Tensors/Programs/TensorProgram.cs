using AutoDiffGen.Dynamic;

namespace AutoDiffGen.Tests.Dynamic.Tensors.Programs;

/// <summary>A random program of tensors, calculated on a tape as well.</summary>
internal sealed class TensorProgram
{
    private const int Leaves = 4;

    private static readonly int[][] Shapes = [[], [1], [3], [2, 3], [2, 1], [3, 2], [2, 2, 3], [2, 3, 3], [1, 3], [0], [0, 3]];

    private readonly Random random;
    private readonly Tape tape = new();
    private readonly List<string> steps = [];

    public TensorProgram(int seed)
    {
        random = new Random(seed);
        for (int i = 0; i < Leaves; i++) AddLeaf(requiresGrad: true);
        AddLeaf(requiresGrad: false);
    }

    public List<Twin> Tensors { get; } = [];

    public Twin AnyTensor => Tensors[random.Next(Tensors.Count)];

    public override string ToString() => string.Join("; ", steps);

    /// <summary>Does something at random, in one of twelve cases without recording it.</summary>
    public void Step()
    {
        bool isRecorded = random.Next(12) != 0;
        Action? later = null;
        using (isRecorded ? default : Ad.NoGrad())
        {
            Twin x = AnyTensor, y = AnyTensor;
            switch (random.Next(7))
            {
                case 0:
                    Map(x);
                    break;
                case 1:
                    Zip(x, y);
                    break;
                case 2:
                    Reduce(x);
                    break;
                case 3:
                    Rearrange(x);
                    break;
                case 4:
                    Combine(x, y);
                    break;
                case 5:
                    Keep(x);
                    break;
                default:
                    later = Change(x, y, isRecorded);
                    break;
            }
        }

        later?.Invoke();
    }

    /// <summary>Adds to all gradients those of a tensor's entries, each by a weight.</summary>
    public void Backward(Twin result)
    {
        double[] weights = [.. result.Entries.Select(_ => Number())];
        result.Tensor.Backward(GradTensor.Create(weights, result.Shape), retainGraph: true);
        Twin.Sum(result.Entries.Zip(weights, (x, w) => w * x)).Backward();
    }

    private double Number() => Math.Round(3 * random.NextDouble() - 1.5, 2);

    private void AddLeaf(bool requiresGrad)
    {
        int[] shape = Shapes[random.Next(Shapes.Length)];
        double[] data = [.. Enumerable.Range(0, shape.Aggregate(1, (a, b) => a * b)).Select(_ => Number())];
        Value[] entries = [.. data.Select(x => requiresGrad ? tape.Variable(x) : x)];
        var leaf = new Twin(GradTensor.Create(data, shape, requiresGrad), entries);
        if (requiresGrad) leaf.Variables.Add(entries);
        Tensors.Add(leaf);
    }

    private Twin Add(string step, GradTensor<double> tensor, IEnumerable<Value> entries)
    {
        steps.Add(step);
        var twin = new Twin(tensor, [.. entries]);
        Assert.Equal(tensor.Length, twin.Entries.Length);
        Tensors.Add(twin);
        return twin;
    }

    private void Map(Twin x) => _ = random.Next(5) switch
    {
        0 => Add("Tanh", x.Tensor.Tanh(), x.Entries.Select(Value.Tanh)),
        1 => Add("Sin", x.Tensor.Sin(), x.Entries.Select(Value.Sin)),
        2 => Add("Sigmoid", x.Tensor.Sigmoid(), x.Entries.Select(Value.Sigmoid)),
        3 => Add("Sqrt", (x.Tensor * x.Tensor + 1).Sqrt(), x.Entries.Select(e => Value.Sqrt(e * e + 1))),
        _ => Add("0.5x + 1", 0.5 * x.Tensor + 1, x.Entries.Select(e => 0.5 * e + 1)),
    };

    private void Zip(Twin x, Twin y)
    {
        if (Twin.Broadcast(x.Shape, y.Shape) is not { } shape) return;
        (GradTensor<double> s, GradTensor<double> t) = (x.Tensor, y.Tensor);
        IEnumerable<(Value First, Value Second)> pairs = x.StretchedTo(shape).Zip(y.StretchedTo(shape));
        _ = random.Next(5) switch
        {
            0 => Add("Add", s + t, pairs.Select(p => p.First + p.Second)),
            1 => Add("Subtract", s - t, pairs.Select(p => p.First - p.Second)),
            2 => Add("Multiply", (s * t).Tanh(), pairs.Select(p => Value.Tanh(p.First * p.Second))), // held small, or it would grow beyond all bounds
            3 => Add("Divide", s / (t * t + 1), pairs.Select(p => p.First / (p.Second * p.Second + 1))),
            _ => Add("Where", GradTensor.Where(s > t, s, t), pairs.Select(p => p.First > p.Second ? p.First : p.Second)),
        };
    }

    private void Reduce(Twin x)
    {
        if (x.Shape.Length == 0 || random.Next(4) == 0)
        {
            Add("Sum", x.Tensor.Sum(), [Twin.Sum(x.Entries)]);
            return;
        }

        int axis = random.Next(x.Shape.Length), count = x.Shape[axis], stride = Twin.Strides(x.Shape)[axis];
        int[] others = [.. x.Shape];
        others[axis] = 1;
        int[] places = Twin.Strides(x.Shape);
        var groups = new List<Value[]>();
        for (int i = 0; i < others.Aggregate(1, (a, b) => a * b); i++)
        {
            int first = Twin.Strides(others).Select((step, a) => i / step % others[a] * places[a]).Sum();
            groups.Add([.. Enumerable.Range(0, count).Select(j => x.Entries[first + j * stride])]);
        }

        bool keepDims = random.Next(2) == 0;
        if (axis == x.Shape.Length - 1 && count > 0 && keepDims)
        {
            Add("Softmax", x.Tensor.Softmax(-1), groups.SelectMany(g => g.Select(e => Value.Exp(e) / Twin.Sum(g.Select(Value.Exp)))));
            return;
        }

        Add($"Sum({axis}, {keepDims})", x.Tensor.Sum(axis, keepDims), groups.Select(Twin.Sum));
    }

    private void Rearrange(Twin x)
    {
        int[] strides = Twin.Strides(x.Shape);
        int axes = x.Shape.Length;
        switch (random.Next(4))
        {
            case 0 when axes >= 2:
                (int i, int j) = (random.Next(axes), random.Next(axes));
                int[] shape = [.. x.Shape];
                (shape[i], shape[j]) = (shape[j], shape[i]);
                (strides[i], strides[j]) = (strides[j], strides[i]);
                Add($"Transpose({i}, {j})", x.Tensor.Transpose(i, j), x.Selected(shape, strides));
                break;
            case 1 when axes >= 1 && x.Shape[0] > 0:
                int at = random.Next(x.Shape[0]);
                Add($"[{at}]", x.Tensor[at], x.Entries.Skip(at * strides[0]).Take(strides[0]).Select(Twin.Copy));
                break;
            case 2:
                Add("Flatten", x.Tensor.Flatten(), x.Entries.Select(Twin.Copy));
                break;
            default:
                Add("Clone", x.Tensor.Clone(), x.Entries.Select(Twin.Copy));
                break;
        }
    }

    private void Combine(Twin x, Twin y)
    {
        if (x.Shape.Length == 2 && y.Shape.Length == 2 && x.Shape[1] == y.Shape[0])
        {
            (int rows, int terms, int columns) = (x.Shape[0], x.Shape[1], y.Shape[1]);
            IEnumerable<Value> products = Enumerable.Range(0, rows * columns).Select(i => Twin.Sum(Enumerable.Range(0, terms)
                .Select(k => x.Entries[i / columns * terms + k] * y.Entries[k * columns + i % columns])));
            Add("MatMul", x.Tensor.MatMul(y.Tensor), products);
        }
        else if (x.Shape.Length > 0 && x.Shape.Skip(1).SequenceEqual(y.Shape.Skip(1)) && y.Shape.Length == x.Shape.Length)
        {
            Add("Concat", GradTensor.Concat(0, x.Tensor, y.Tensor, x.Tensor), [.. x.Entries.Concat(y.Entries).Concat(x.Entries).Select(Twin.Copy)]);
        }
    }

    private void Keep(Twin x)
    {
        if (x.Tensor is { RequiresGrad: true, IsLeaf: false } && random.Next(2) == 0)
        {
            steps.Add("RetainGrad");
            x.Tensor.RetainGrad();
            x.RetainsGrad = true;
        }
        else
        {
            x.SharesMemory = true;
            Add("Detach", x.Tensor.Detach(), x.Entries.Select(e => e.Detach())).SharesMemory = true;
        }
    }

    /// <summary>Changes a tensor in place. What is not recorded changes its numbers and not how it was computed.</summary>
    /// <returns>What is left to do when operations are recorded again.</returns>
    private Action? Change(Twin x, Twin y, bool isRecorded)
    {
        if (x.SharesMemory || Twin.Broadcast(x.Shape, y.Shape) is not { } shape || !shape.SequenceEqual(x.Shape)) return null;
        bool isParameter = x.Tensor is { IsLeaf: true, RequiresGrad: true }, isResult = !x.Tensor.IsLeaf;
        if (isParameter && isRecorded)
        {
            Assert.Throws<InvalidOperationException>(() => x.Tensor.AddInPlace(y.Tensor));
            return null;
        }

        (string name, Func<GradTensor<double>, GradTensor<double>> change, Func<Value, Value, Value> twin) = random.Next(4) switch
        {
            0 => ("AddInPlace", x.Tensor.AddInPlace, (a, b) => a + b),
            1 => ("SubtractInPlace", x.Tensor.SubtractInPlace, (a, b) => a - b),
            2 => ("MultiplyInPlace", x.Tensor.MultiplyInPlace, (a, b) => a * b),
            _ => ((string, Func<GradTensor<double>, GradTensor<double>>, Func<Value, Value, Value>))("CopyFrom", x.Tensor.CopyFrom, (_, b) => Twin.Copy(b)),
        };
        Value[] before = x.Entries, after = [.. before.Zip(y.StretchedTo(shape), twin)];
        change(y.Tensor);
        steps.Add(isRecorded ? name : name + " under NoGrad");
        if (isRecorded || !(isParameter || isResult))
        {
            x.Entries = after;
            return null;
        }

        return () =>
        {
            x.Entries = [.. after.Zip(before, (a, b) => isParameter ? tape.Variable(a.Data) : b + (a.Data - b.Data))];
            if (isParameter) x.Variables.Add(x.Entries);
        };
    }
}
