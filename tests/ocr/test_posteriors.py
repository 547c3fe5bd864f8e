import numpy as np

from pipeline.ocr.posteriors import KEPT, Posteriors


def test_the_likeliest_classes_of_every_step_are_kept_best_first() -> None:
    generator = np.random.default_rng(1)
    shares = generator.random((7, 60)).astype(np.float32)

    kept = Posteriors.keep(shares, 7.0, 3.0)

    assert kept.labels.shape == kept.probabilities.shape == (7, KEPT)
    for step in range(7):
        assert list(kept.labels[step]) == list(np.argsort(-shares[step])[:KEPT])
        assert list(kept.probabilities[step]) == sorted(shares[step], reverse=True)[:KEPT]


def test_a_reader_with_few_classes_is_kept_whole() -> None:
    shares = np.array([[0.2, 0.5, 0.3], [0.9, 0.0, 0.1]], np.float32)

    table, classes = Posteriors.keep(shares, 2.0, 3.0).dense()

    assert list(classes) == [0, 1, 2]
    assert np.array_equal(table, shares)


def test_classes_that_are_never_likely_do_not_displace_those_that_are() -> None:
    shares = np.full((3, 5000), 1e-7, np.float32)
    shares[0, [4000, 7]] = 0.6, 0.3
    shares[1, 0] = 0.9
    shares[2, [17, 4000]] = 0.5, 0.4

    kept = Posteriors.keep(shares, 3.0, 3.0)

    assert kept.labels.shape == (3, KEPT)
    assert [list(step) for step in kept.labels[:, :2]] == [[4000, 7], [0, kept.labels[1, 1]], [17, 4000]]
    assert kept.probabilities[2, 1] == np.float32(0.4)
