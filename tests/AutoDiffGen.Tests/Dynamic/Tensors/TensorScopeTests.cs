using AutoDiffGen.Dynamic;

namespace AutoDiffGen.Tests.Dynamic.Tensors;

public class TensorScopeTests
{
    [Fact]
    public void Results_end_with_their_scope_and_leaves_and_gradients_do_not()
    {
        GradTensor<double> x = GradTensor.Create([1.0, 2], [2], requiresGrad: true);
        GradTensor<double> y, kept, leaf, detached;
        using (TensorScope scope = GradTensor.Scope())
        {
            y = x * x;
            kept = scope.Keep(y + 1);
            leaf = GradTensor.Ones<double>(2);
            detached = y.Detach();
            y.Sum().Backward();
        }

        Assert.Equal([2, 4], x.Grad!.ToArray());
        Assert.Equal([2, 5], kept.ToArray());
        Assert.Equal([1, 1], leaf.ToArray());
        Assert.Throws<ObjectDisposedException>(y.ToArray);
        Assert.Throws<ObjectDisposedException>(() => y + 1);
        Assert.Throws<ObjectDisposedException>(() => detached.Sum());
        Assert.Contains("Keep", Assert.Throws<ObjectDisposedException>(() => y.Item()).Message);
    }

    [Fact]
    public void A_graph_that_saved_what_has_ended_cannot_be_swept()
    {
        GradTensor<double> x = GradTensor.Create([1.0, 2], [2], requiresGrad: true);
        GradTensor<double> y;
        using (TensorScope scope = GradTensor.Scope()) y = scope.Keep(x.Exp().Log().Sum());
        Assert.Throws<ObjectDisposedException>(() => y.Backward());
        Assert.Null(x.Grad);
    }

    [Fact]
    public void Memory_is_used_again_and_nothing_in_use_is_overwritten()
    {
        var random = new Random(1);
        GradTensor<double> x = GradTensor.RandomNormal<double>(random, 50, 40), w = GradTensor.RandomNormal<double>(random, 40, 30);
        w.RequiresGrad = true;
        double[]? expected = null;
        var kept = new List<GradTensor<double>>();
        for (int i = 0; i < 20; i++)
        {
            using TensorScope scope = GradTensor.Scope();
            w.ZeroGrad(setToNull: i % 2 == 0);
            GradTensor<double> h = x.MatMul(w).Tanh();
            kept.Add(scope.Keep(h * 2));
            (h * h + h.Softmax(1)).Sum().Backward();
            expected ??= w.Grad!.ToArray();
            Assert.Equal(expected, w.Grad!.ToArray());
        }

        Assert.All(kept, h => Assert.Equal(kept[0].ToArray(), h.ToArray()));
    }

    [Fact]
    public void A_step_of_training_takes_no_new_memory_for_entries()
    {
        var random = new Random(1);
        var network = new Mlp<float>([64, 128, 10], random);
        var adam = new Adam(network.Parameters);
        GradTensor<float> x = GradTensor.RandomUniform<float>(random, 64, 64);
        int[] classes = [.. Enumerable.Range(0, 64).Select(_ => random.Next(10))];
        for (int i = 0; i < 5; i++) Step();
        long before = GC.GetAllocatedBytesForCurrentThread();
        Step();
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 12_000); // nodes and shapes; one layer's activations are 32,768

        void Step()
        {
            using TensorScope scope = GradTensor.Scope();
            adam.ZeroGrad(setToNull: false);
            Loss.CrossEntropy(network.Forward(x), classes).Backward();
            adam.Step();
        }
    }

    [Fact]
    public void Scopes_nest_and_end_once()
    {
        GradTensor<double> x = GradTensor.Ones<double>(3), a, b;
        TensorScope outer = GradTensor.Scope();
        a = x + 1;
        TensorScope inner = GradTensor.Scope();
        b = x + 2;
        inner.Dispose();
        inner.Dispose();
        Assert.Throws<ObjectDisposedException>(b.ToArray);
        Assert.Equal([2, 2, 2], a.ToArray());
        TensorScope forgotten = GradTensor.Scope();
        b = x + 3;
        outer.Dispose();
        Assert.Throws<ObjectDisposedException>(a.ToArray);
        Assert.Throws<ObjectDisposedException>(b.ToArray);
        forgotten.Dispose();
        Assert.Equal([2, 2, 2], (x + 1).ToArray());
    }

    [Fact]
    public void A_scope_is_its_threads()
    {
        using TensorScope scope = GradTensor.Scope();
        Exception? thrown = null;
        GradTensor<double>? elsewhere = null;
        var thread = new Thread(() =>
        {
            elsewhere = GradTensor.Ones<double>(2) + 1;
            thrown = Record.Exception(scope.Dispose);
        });
        thread.Start();
        thread.Join();
        Assert.IsType<InvalidOperationException>(thrown);
        scope.Dispose();
        Assert.Equal([2, 2], elsewhere!.ToArray());
    }

    [Fact]
    public void Gradients_set_to_zero_keep_their_memory()
    {
        GradTensor<double> x = GradTensor.Create([1.0, 2], [2], requiresGrad: true);
        x.ZeroGrad(setToNull: false);
        Assert.Null(x.Grad);
        (x * 3).Sum().Backward();
        GradTensor<double> grad = x.Grad!;
        x.ZeroGrad(setToNull: false);
        Assert.Same(grad, x.Grad);
        Assert.Equal([0, 0], grad.ToArray());
        (x * 4).Sum().Backward();
        Assert.Equal([4, 4], grad.ToArray());
    }

    [Fact]
    public void A_gradient_that_is_set_outlives_the_scope_it_was_computed_in()
    {
        GradTensor<double> x = GradTensor.Create([1.0, 2], [2], requiresGrad: true);
        using (GradTensor.Scope())
        {
            (x * x).Sum().Backward();
            x.Grad = x.Grad! * 0.5;
        }

        Assert.Equal([1, 2], x.Grad.ToArray());
        x.ZeroGrad(setToNull: false);
        using (GradTensor.Scope()) (x * 3).Sum().Backward();
        Assert.Equal([3, 3], x.Grad.ToArray());
    }
}
