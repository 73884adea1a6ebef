"""What was learned: Dutch pipelines, classifiers, how they are trained and what they score."""
