using AutoDiffGen.Dynamic;

namespace AutoDiffGen.Tests.Dynamic.Tensors;

/// <summary>The meaning of gradients on tensors: PyTorch's, case by case.</summary>
public class AutogradTests
{
    [Fact]
    public void A_result_requires_a_gradient_when_an_operand_does()
    {
        GradTensor<double> x = Leaf(1, 2), c = GradTensor.Create([1.0, 2.0], 2);
        Assert.True((x * c).RequiresGrad);
        Assert.True((c + x).RequiresGrad);
        Assert.False((c * c).RequiresGrad);
        Assert.Null((c * c).GradFn);
        Assert.True((c * c).IsLeaf);
        Assert.Equal("MultiplyBackward", (x * c).GradFn);
        Assert.Null(x.GradFn);
        Assert.True(x.IsLeaf);
        Assert.False((x * c).IsLeaf);
    }

    [Fact]
    public void Gradients_accumulate_until_cleared()
    {
        GradTensor<double> x = Leaf(1, 2, 3);
        Assert.Null(x.Grad);
        (x * x).Sum().Backward();
        Assert.Equal([2, 4, 6], x.Grad!.ToArray());
        (x * x).Sum().Backward();
        Assert.Equal([4, 8, 12], x.Grad!.ToArray());
        x.ZeroGrad();
        Assert.Null(x.Grad);
        (3 * x).Sum().Backward();
        Assert.Equal([3, 3, 3], x.Grad!.ToArray());
        Assert.False(x.Grad.RequiresGrad);
    }

    [Fact]
    public void Accumulation_is_in_place_and_the_first_gradient_shares_nothing()
    {
        GradTensor<double> x = Leaf(1, 2), seed = GradTensor.Create([1.0, 1.0], 2);
        GradTensor<double> y = x + 0.0;
        y.Backward(seed, retainGraph: true);
        GradTensor<double> first = x.Grad!;
        y.Backward(seed);
        Assert.Same(first, x.Grad);
        Assert.Equal([2, 2], first.ToArray());
        Assert.Equal([1, 1], seed.ToArray());
    }

    // The example of PyTorch's autograd tutorial.
    [Fact]
    public void Seeds_and_a_retained_graph()
    {
        GradTensor<double> x = GradTensor.Eye<double>(4) * 1.0;
        x.RequiresGrad = true;
        GradTensor<double> y = (x + 1).Pow(2).T;
        y.Backward(GradTensor.Ones<double>(4, 4), retainGraph: true);
        double[] expected = [.. Enumerable.Range(0, 16).Select(i => i % 5 == 0 ? 4.0 : 2.0)];
        Assert.Equal(expected, x.Grad!.ToArray());
        y.Backward(GradTensor.Ones<double>(4, 4), retainGraph: true);
        Assert.Equal(expected.Select(e => 2 * e), x.Grad!.ToArray());
        x.ZeroGrad();
        y.Backward(GradTensor.Ones<double>(4, 4));
        Assert.Equal(expected, x.Grad!.ToArray());
    }

    [Fact]
    public void Twice_over_one_graph_throws_and_leaves_gradients_as_they_are()
    {
        GradTensor<double> x = Leaf(2);
        GradTensor<double> y = (x * x).Sum();
        y.Backward();
        var e = Assert.Throws<InvalidOperationException>(() => y.Backward());
        Assert.Contains("retainGraph: true", e.Message);
        Assert.Equal([4], x.Grad!.ToArray());
    }

    [Fact]
    public void So_does_a_part_that_two_graphs_share_even_if_another_part_is_new()
    {
        GradTensor<double> x = Leaf(2), w = Leaf(3);
        GradTensor<double> shared = x.Exp();
        GradTensor<double> second = (shared * w).Sum();
        shared.Sum().Backward();
        Assert.Throws<InvalidOperationException>(() => second.Backward());
        Assert.Null(w.Grad); // nothing was half done
        Assert.Equal([Math.Exp(2)], x.Grad!.ToArray());
    }

    [Fact]
    public void More_than_one_entry_needs_a_seed()
    {
        GradTensor<double> y = Leaf(1, 2) * 2;
        Assert.Contains("seed", Assert.Throws<InvalidOperationException>(() => y.Backward()).Message);
        Assert.Throws<InvalidOperationException>(() => (Leaf() * 2).Backward()); // nor is no entry a scalar
        GradTensor<double> one = Leaf(5);
        (one * 2).Backward(); // one entry is enough, whatever the rank
        Assert.Equal([2], one.Grad!.ToArray());
    }

    [Fact]
    public void A_seed_of_another_shape_is_refused()
    {
        GradTensor<double> y = Leaf(1, 2) * 2;
        string message = Assert.Throws<ArgumentException>(() => y.Backward(GradTensor.Ones<double>(2, 1))).Message;
        Assert.Contains("(2, 1)", message);
        Assert.Contains("(2)", message);
        Assert.Contains("Backward", message);
    }

    [Fact]
    public void Nothing_to_differentiate_by_is_an_error()
    {
        Assert.Throws<InvalidOperationException>(() => GradTensor.Scalar(2.0).Backward());
        GradTensor<double> x = Leaf(1);
        using (Ad.NoGrad()) Assert.Throws<InvalidOperationException>(() => (x * 2).Backward());
        Assert.Throws<InvalidOperationException>(() => x.Detach().Backward());
    }

    [Fact]
    public void Backward_of_a_leaf_itself()
    {
        GradTensor<double> x = Leaf(7);
        x.Backward();
        x.Backward();
        Assert.Equal([2], x.Grad!.ToArray());
    }

    [Fact]
    public void NoGrad_records_nothing_and_nests()
    {
        GradTensor<double> x = Leaf(1);
        using (Ad.NoGrad())
        {
            using (Ad.NoGrad()) Assert.False((x * 2).RequiresGrad);
            GradTensor<double> y = x * 2;
            Assert.False(y.RequiresGrad);
            Assert.True(y.IsLeaf);
            Assert.True(GradTensor.Create([1.0], [1], requiresGrad: true).RequiresGrad);
        }

        Assert.True((x * 2).RequiresGrad);
    }

    [Fact]
    public void Detach_shares_memory_and_stops_gradients()
    {
        GradTensor<double> x = Leaf(1, 2);
        GradTensor<double> y = x * 3;
        GradTensor<double> d = y.Detach();
        Assert.False(d.RequiresGrad);
        Assert.True(d.IsLeaf);
        d.AddInPlace(10.0);
        Assert.Equal([13, 16], y.ToArray());

        GradTensor<double> z = (x * x.Detach()).Sum() + Ad.StopGradient(x).Sum() + Stop(x).Sum();
        z.Backward();
        Assert.Equal([1, 2], x.Grad!.ToArray());

        static TAny Stop<TAny>(TAny value) => Ad.StopGradient(value);
    }

    [Fact]
    public void Only_leaves_keep_gradients_unless_asked()
    {
        GradTensor<double> x = Leaf(3);
        GradTensor<double> u = x * x, v = u * 2;
        v.RetainGrad();
        (v * x).Sum().Backward();
        Assert.Null(u.Grad);
        Assert.Equal([3], v.Grad!.ToArray());
        Assert.Equal([54], x.Grad!.ToArray());
        Assert.Throws<InvalidOperationException>(() => GradTensor.Scalar(1.0).RetainGrad());
    }

    [Fact]
    public void Whether_a_gradient_is_required_can_be_changed_for_leaves_only()
    {
        GradTensor<double> x = Leaf(3);
        GradTensor<double> y = x * 2;
        Assert.Contains("Detach", Assert.Throws<InvalidOperationException>(() => y.RequiresGrad = false).Message);
        y.RequiresGrad = true;
        x.RequiresGrad = false;
        Assert.False((x * 2).RequiresGrad);
    }

    [Fact]
    public void A_gradient_can_be_set_and_is_added_to()
    {
        GradTensor<double> x = Leaf(3, 4);
        x.Grad = GradTensor.Create([10.0, 20.0], 2);
        x.Sum().Backward();
        Assert.Equal([11, 21], x.Grad!.ToArray());
        string message = Assert.Throws<ArgumentException>(() => x.Grad = GradTensor.Zeros<double>(3)).Message;
        Assert.Contains("(3)", message);
        Assert.Contains("(2)", message);
        x.Grad = null;
        Assert.Null(x.Grad);
    }

    [Fact]
    public void One_tensor_used_in_many_places()
    {
        GradTensor<double> x = Leaf(3);
        GradTensor<double> u = x + x; // 2x
        GradTensor<double> y = u * u + u * x + x; // 4x² + 2x² + x
        y.Sum().Backward();
        Assert.Equal([37], x.Grad!.ToArray());
        x.ZeroGrad();
        (x - x + (x + x)).Backward(GradTensor.Ones<double>(1));
        Assert.Equal([2], x.Grad!.ToArray());
    }

    [Fact]
    public void A_graph_may_be_a_hundred_thousand_operations_deep()
    {
        GradTensor<double> x = Leaf(1);
        GradTensor<double> y = x;
        for (int i = 0; i < 100_000; i++) y = y + 0.5;
        y.Backward();
        Assert.Equal([1], x.Grad!.ToArray());
        Assert.Equal(50_001, y.Item());
    }

    // A diamond at every step: visiting each path by itself would never end.
    [Fact]
    public void Shared_parts_are_visited_once()
    {
        GradTensor<double> x = Leaf(1);
        GradTensor<double> y = x;
        for (int i = 0; i < 60; i++) y = y * 0.5 + y * 0.5;
        y.Backward();
        Assert.Equal([1], x.Grad!.ToArray());
    }

    [Fact]
    public void A_leaf_that_requires_a_gradient_changes_in_place_only_under_NoGrad()
    {
        GradTensor<double> x = Leaf(1, 2), c = GradTensor.Ones<double>(2);
        foreach (Action change in new Action[]
        {
            () => x.AddInPlace(c), () => x.SubtractInPlace(c), () => x.MultiplyInPlace(c), () => x.CopyFrom(c), () => x.AddInPlace(1.0), () => x.CopyFrom([1.0, 2.0]),
        })
        {
            Assert.Contains("NoGrad", Assert.Throws<InvalidOperationException>(change).Message);
        }

        Assert.Equal([1, 2], x.ToArray());
        using (Ad.NoGrad()) x.AddInPlace(c).MultiplyInPlace(c * 2).SubtractInPlace(1.0);
        Assert.Equal([3, 5], x.ToArray());
        Assert.True(x.IsLeaf);
        (x * x).Sum().Backward();
        Assert.Equal([6, 10], x.Grad!.ToArray());
    }

    [Fact]
    public void Changes_of_results_in_place_are_recorded()
    {
        GradTensor<double> x = Leaf(2, 3), w = Leaf(5, 7);
        GradTensor<double> y = x * 1.0;
        y.AddInPlace(w);            // x + w
        y.MultiplyInPlace(w);       // (x + w) w
        y.SubtractInPlace(x);       // (x + w) w − x
        y.MultiplyInPlace(y);       // its square
        Assert.Equal([33 * 33, 67 * 67], y.ToArray());
        Assert.Equal("MultiplyBackward", y.GradFn);
        y.Sum().Backward();
        Assert.Equal([2 * 33 * 4, 2 * 67 * 6], x.Grad!.ToArray());
        Assert.Equal([2 * 33 * (2 + 10), 2 * 67 * (3 + 14)], w.Grad!.ToArray());
    }

    [Fact]
    public void What_was_recorded_before_a_change_in_place_keeps_its_own_derivative()
    {
        GradTensor<double> x = Leaf(2);
        GradTensor<double> y = x * 3;
        GradTensor<double> z = y + 1;   // reads nothing of y afterwards
        y.MultiplyInPlace(10.0);
        (z + y).Sum().Backward();
        Assert.Equal([33], x.Grad!.ToArray());
    }

    [Fact]
    public void A_constant_becomes_a_result_when_it_is_changed_by_one()
    {
        GradTensor<double> x = Leaf(2, 3), sum = GradTensor.Zeros<double>(2, 2);
        sum.AddInPlace(x);
        Assert.Equal("AddBackward", sum.GradFn);
        sum.Sum().Backward();
        Assert.Equal([2, 2], x.Grad!.ToArray());

        GradTensor<double> copy = GradTensor.Zeros<double>(3, 2);
        copy.CopyFrom(x * x);
        Assert.Equal([4, 9, 4, 9, 4, 9], copy.ToArray());
        copy.Sum().Backward();
        Assert.Equal([2 + 12, 2 + 18], x.Grad!.ToArray());
    }

    [Fact]
    public void What_was_saved_and_then_changed_is_detected()
    {
        GradTensor<double> x = Leaf(2), w = Leaf(3);
        GradTensor<double> y = x * w;
        using (Ad.NoGrad()) w.AddInPlace(1.0);
        Assert.Contains("changed in place", Assert.Throws<InvalidOperationException>(() => y.Backward()).Message);
        Assert.Null(x.Grad);

        GradTensor<double> e = x.Exp();
        GradTensor<double> f = e * 1.0;
        e.AddInPlace(1.0); // Exp saved its result
        Assert.Throws<InvalidOperationException>(() => f.Backward());

        GradTensor<double> u = x * 2, v = u * u;
        u.Detach().AddInPlace(1.0); // through memory that is shared
        Assert.Throws<InvalidOperationException>(() => v.Backward());

        GradTensor<double> c = Leaf(4), d = x * c;
        using (Ad.NoGrad()) c.CopyFrom([5.0]);
        Assert.Throws<InvalidOperationException>(() => d.Backward());

        GradTensor<double> kept = (x * w).Sum();
        kept.Backward(retainGraph: true);
        using (Ad.NoGrad()) x.SubtractInPlace(x.Grad!);
        Assert.Throws<InvalidOperationException>(() => kept.Backward());
    }

    [Fact]
    public void What_was_not_saved_may_be_changed()
    {
        GradTensor<double> x = Leaf(2), w = Leaf(3);
        GradTensor<double> y = x + w;
        using (Ad.NoGrad()) w.AddInPlace(1.0);
        y.Backward();
        Assert.Equal([1], x.Grad!.ToArray());

        GradTensor<double> c = GradTensor.Scalar(5.0), z = x * c; // saves c, for x, but not x, as c needs nothing
        using (Ad.NoGrad()) x.AddInPlace(1.0);
        z.Backward(GradTensor.Ones<double>(1));
        Assert.Equal([6], x.Grad!.ToArray());
    }

    [Fact]
    public void In_place_operands_must_fit_into_the_shape()
    {
        GradTensor<double> x = GradTensor.Zeros<double>(2), y = GradTensor.Zeros<double>(3, 2);
        foreach (Action change in new Action[] { () => x.AddInPlace(y), () => x.SubtractInPlace(y), () => x.MultiplyInPlace(y), () => x.CopyFrom(y) })
        {
            string message = Assert.Throws<ArgumentException>(change).Message;
            Assert.Contains("(2)", message);
            Assert.Contains("(3, 2)", message);
            Assert.Matches("InPlace|CopyFrom", message);
        }

        Assert.Throws<ArgumentException>(() => x.CopyFrom([1.0]));
    }

    [Fact]
    public void Gradient_descent_by_hand()
    {
        GradTensor<double> w = Leaf(0), x = GradTensor.Create([1.0, 2, 3, 4], 4), y = 2 * x;
        for (int i = 0; i < 100; i++)
        {
            (w * x - y).Pow(2).Mean().Backward();
            using (Ad.NoGrad()) w.SubtractInPlace(0.05 * w.Grad!);
            w.ZeroGrad();
        }

        Approximately.Equal(2, w.Item(), 1e-12);
    }

    [Fact]
    public void Threads_may_share_leaves()
    {
        GradTensor<double> w = GradTensor.Create([.. Enumerable.Range(0, 100).Select(i => (double)i)], [100], requiresGrad: true);
        Parallel.For(0, 200, _ => (w * w).Sum().Backward());
        Assert.Equal(Enumerable.Range(0, 100).Select(i => 400.0 * i), w.Grad!.ToArray());
    }

    [Fact]
    public void Draws_its_graph()
    {
        GradTensor<double> a = GradTensor.Scalar(2.0, requiresGrad: true), b = GradTensor.Scalar(3.0, requiresGrad: true);
        GradTensor<double> e = (a * b + a).Pow(2);
        e.Backward(retainGraph: true);
        Assert.Equal((64, 32), (a.Grad!.Item(), b.Grad!.Item())); // 2 (ab + a)(b + 1) and 2 (ab + a) a
        Assert.Equal(
            """
            digraph {
                rankdir = LR;
                node [shape = record];
                n0 [label = "{ Pow | data 64 }"];
                n1 -> n0;
                n1 [label = "{ Add | shape () }"];
                n2 -> n1;
                n3 -> n1;
                n2 [label = "{ Multiply | shape () }"];
                n3 -> n2;
                n4 -> n2;
                n3 [label = "{ leaf | data 2 | grad 64 }"];
                n4 [label = "{ leaf | data 3 | grad 32 }"];
            }

            """.ReplaceLineEndings("\n"),
            e.ToDot());
        Assert.Contains("constant", GradTensor.Scalar(1.0).ToDot());
    }

    private static GradTensor<double> Leaf(params double[] data) => GradTensor.Create(data, [data.Length], requiresGrad: true);
}
